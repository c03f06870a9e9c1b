import { botName } from "#room/names.ts";
import { replicate, replicateTime } from "#room/replicate.ts";
import { Seats } from "#room/seats.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { LOOKS, packLook } from "#shared/look.ts";
import {
  type DrillId,
  MOST_BOTS,
  PRACTICE_SEAT,
  type PracticeOptions,
  type PracticeReport,
  type PracticeWish,
} from "#shared/practice.ts";
import { enterPhase } from "#shared/simulation/match.ts";
import type { Mode } from "#shared/simulation/modes/mode.ts";
import { isHuge } from "#shared/simulation/modes/suits.ts";
import { moveWorld } from "#shared/simulation/move-world.ts";
import { step } from "#shared/simulation/step.ts";
import type { Sights } from "#shared/simulation/tick-input.ts";
import type { GameEvent, MatchPhase, PlayerInput, World } from "#shared/simulation/types.ts";
import { createWorld } from "#shared/simulation/world.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import type { PlayerState } from "#shared/state/player-state.ts";
import { DT, ticks } from "#shared/tunables.ts";
import type { Drill, DrillGround } from "./drills/drill.ts";
import { DRILL_TABLE } from "./drills/table.ts";
import { practiceMode } from "./practice-mode.ts";

/** Session id of the player, who is the only one. */
export const SELF = PRACTICE_SEAT.sessionId;
/** Where practice begins. */
const FIRST_ARENA = "meadow";
const FIRST_BOTS = 3;

/** The match of somebody who practises: the world, the bots of the drill, and the state that tells of both. */
export class PracticeMatch {
  readonly state = new ArenaState();
  readonly world: World;
  /** The player's character as it is replicated. */
  readonly self: PlayerState;
  readonly #arenas: ReadonlyMap<string, Arena>;
  readonly #mode: Mode;
  readonly #seats: Seats;
  readonly #ground: DrillGround;
  #drillId: DrillId = "bots";
  #drill: Drill;
  #hired = 0;
  /** What has happened since this was last asked. */
  #events: GameEvent[] = [];

  constructor(arenas: ReadonlyMap<string, Arena>, { name, look, seed }: PracticeOptions) {
    const arena = arenas.get(FIRST_ARENA) ?? [...arenas.values()].find((one) => !isHuge(one));
    if (arena === undefined) throw new Error("There is no arena to practise on.");
    this.#arenas = arenas;
    this.#mode = practiceMode((player) => (player.bot ? this.#drill.spots?.() : undefined));
    this.world = createWorld(arena, { seed, mode: this.#mode });
    this.#seats = new Seats(this.world, this.state);
    this.#ground = { world: this.world, self: SELF, fight: false, bots: FIRST_BOTS };
    this.#drill = DRILL_TABLE.bots(this.#ground);
    Object.assign(this.state, { hostId: SELF, private: true, maxPlayers: MOST_BOTS + 1 });
    this.self = this.#seats.take(SELF, name, look);
    this.#hire();
    // Nobody is waited for.
    this.enterPhase("playing");
  }

  get report(): Omit<PracticeReport, "speed"> {
    const { fight, bots, world } = this.#ground;
    const none = { knocked: 0, parried: 0, streak: 0, pushes: 0 };
    return { drill: this.#drillId, fight, bots, arena: world.arena.id, ...none, ...this.#drill.report() };
  }

  /** Takes what of a wish is about the match. Returns whether everybody is elsewhere now. */
  wish({ drill, fight, bots, arena }: PracticeWish): boolean {
    this.#ground.fight = fight ?? this.#ground.fight;
    this.#ground.bots = bots ?? this.#ground.bots;
    if (drill !== undefined && drill !== this.#drillId) {
      this.#drillId = drill;
      this.#drill = DRILL_TABLE[drill](this.#ground);
      // Others: none of them is where this drill wants them.
      for (const id of this.#seats.bots) this.#seats.leave(id);
    }
    const other = arena === undefined ? undefined : this.#arenas.get(arena);
    const moves = other !== undefined && other !== this.world.arena && !isHuge(other);
    if (moves) {
      moveWorld(this.world, { arena: other, mode: this.#mode, matchTicks: ticks(this.#mode.timeLimit) });
      this.enterPhase("playing");
    }
    this.#hire();
    return moves;
  }

  /** Goes to a phase of the match now. */
  enterPhase(phase: MatchPhase): void {
    enterPhase(this.world, phase, (event) => this.#events.push(event));
  }

  /** A step, in which the player does this. */
  step(own: readonly PlayerInput[], sights: Sights): void {
    const { world } = this;
    const inputs = new Map([[SELF, own]]);
    for (const player of world.players.values()) {
      if (player.bot) inputs.set(player.id, [this.#drill.think(player, own)]);
    }
    const events = step(world, { inputs, sights }, DT);
    this.#events.push(...events);
    this.#drill.after(events, own);
  }

  /** Copies the world into the state. Returns what has happened since the last time. */
  replicate(): readonly GameEvent[] {
    replicate(this.world, this.state);
    replicateTime(this.world, this.state);
    const events = this.#events;
    this.#events = [];
    return events;
  }

  /** Brings the number of bots to what the drill wants. */
  #hire(): void {
    const { bots: present } = this.#seats;
    for (const id of present.slice(this.#drill.bots)) this.#seats.leave(id);
    for (let count = present.length; count < this.#drill.bots; count++) {
      const number = this.#hired++;
      const look = packLook({
        color: (number * 5 + 3) % LOOKS.colors,
        pattern: number % LOOKS.patterns,
        hat: (number * 3 + 1) % LOOKS.hats,
      });
      this.#seats.take(`bot:${number}`, botName(number), look, true);
    }
    this.state.bots = this.#drill.bots;
  }
}
