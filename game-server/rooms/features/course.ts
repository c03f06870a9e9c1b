import { z } from "zod";
import { refusal } from "#shared/refusals/refusal.ts";
import { PAUSED, pauseWorld, resumeWorld } from "#shared/simulation/pause.ts";
import { MATCH, ticks } from "#shared/tunables.ts";
import { memoryOf } from "../snapshot/memory.ts";
import { count } from "../snapshot/plain.ts";
import type { FeatureRoom, Person, RoomFeature } from "./feature.ts";

/**
 * What the host may do to the course of the matches: begin one, end it, begin it again, let it stand still. A pause ends by itself
 * when it takes too long, or when whoever paused the match has gone.
 */
export class Course implements RoomFeature {
  readonly #room: FeatureRoom;
  /** Session id of whoever paused the match. */
  #pausedBy = "";
  /** Tick at which the match goes on by itself, and the same had nobody gone. */
  #pauseEndsAt = 0;
  #longest = 0;
  readonly memory = memoryOf(
    z.object({ pausedBy: z.string(), pauseEndsAt: count, longest: count }),
    () => ({ pausedBy: this.#pausedBy, pauseEndsAt: this.#pauseEndsAt, longest: this.#longest }),
    ({ pausedBy, pauseEndsAt, longest }) => {
      this.#pausedBy = pausedBy;
      this.#pauseEndsAt = pauseEndsAt;
      this.#longest = longest;
    },
  );

  constructor(room: FeatureRoom) {
    this.#room = room;
  }

  /** The next match begins now, or the same one again. */
  start(): void {
    this.#room.enterPhase("countdown");
  }

  /** The match is over now: it has results, or, when it had not begun, there is the lobby again. */
  endMatch(): void {
    this.#room.enterPhase(this.#room.world.phase === "playing" ? "results" : "lobby");
  }

  /** Why there is no match to end, as a refusal. */
  refuseEnd(): string | undefined {
    const { phase, hasLobby } = this.#room.world;
    if (phase === "playing" || (phase === "countdown" && hasLobby)) return undefined;
    return refusal("no_match_runs");
  }

  /** The match stands still, or goes on after a countdown, because somebody says so. */
  pause(paused: boolean, by: string): void {
    const { world } = this.#room;
    if (!paused) {
      resumeWorld(world);
      return;
    }
    pauseWorld(world);
    this.#pausedBy = by;
    this.#longest = world.tick + ticks(MATCH.longestPause);
    this.#pauseEndsAt = this.#longest;
  }

  /** Why the match cannot be paused, or go on, as a refusal. */
  refusePause(paused: boolean): string | undefined {
    const { phase, resumesAt } = this.#room.world;
    if (phase !== "countdown" && phase !== "playing") return refusal("no_match_runs");
    if (paused) return resumesAt === PAUSED ? refusal("paused_already") : undefined;
    return resumesAt === PAUSED ? undefined : refusal("not_paused");
  }

  dropped(person: Person): void {
    this.#gone(person);
  }

  left(person: Person): void {
    this.#gone(person);
  }

  back({ id }: Person): void {
    if (id === this.#pausedBy) this.#pauseEndsAt = this.#longest;
  }

  beforeStep(): void {
    const { world } = this.#room;
    if (world.resumesAt === PAUSED && world.tick >= this.#pauseEndsAt) resumeWorld(world);
  }

  #gone({ id }: Person): void {
    if (id !== this.#pausedBy) return;
    this.#pauseEndsAt = Math.min(this.#pauseEndsAt, this.#room.world.tick + ticks(MATCH.pauseWithoutHost));
  }
}
