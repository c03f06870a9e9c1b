import { botName } from "#room/names.ts";
import { replicate, replicateTime } from "#room/replicate.ts";
import { type Dress, Seats } from "#room/seats.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { LOOKS, packLook } from "#shared/look.ts";
import {
  PRACTICE_SEAT,
  type PracticeOptions,
  type PracticePlan,
  type PracticeReport,
  type PracticeWish,
} from "#shared/practice.ts";
import { botsRange, FIRST_PLAN, planWith } from "#shared/practice-plan.ts";
import { enterPhase } from "#shared/simulation/match.ts";
import type { Mode } from "#shared/simulation/modes/mode.ts";
import { modeOf } from "#shared/simulation/modes/table.ts";
import { moveWorld } from "#shared/simulation/move-world.ts";
import { allBut, type PickupName } from "#shared/simulation/pickups/table.ts";
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

/** The match of somebody who practises: the world, the bots of the drill, and the state that tells of both. */
export class PracticeMatch {
  readonly state = new ArenaState();
  readonly world: World;
  /** The player's character as it is replicated. */
  readonly self: PlayerState;
  readonly #arenas: ReadonlyMap<string, Arena>;
  /** The rules of all drills but a match. */
  readonly #yard: Mode;
  readonly #seats: Seats;
  readonly #ground: DrillGround;
  #plan: PracticePlan;
  #drill: Drill;
  #hired = 0;
  /** What has happened since this was last asked. */
  #events: GameEvent[] = [];

  constructor(arenas: ReadonlyMap<string, Arena>, { name, look, seed, wish }: PracticeOptions) {
    this.#arenas = arenas;
    this.#plan = planWith(FIRST_PLAN, wish, arenas.values());
    this.#yard = practiceMode((player) => (player.bot ? this.#drill.spots?.() : undefined));
    this.world = createWorld(this.#arena, { seed, mode: this.#mode, pickups: this.#pickups });
    this.#seats = new Seats(this.world, this.state);
    const { fight, bots, skill, drill } = this.#plan;
    this.#ground = { world: this.world, self: SELF, fight, bots, skill };
    this.#drill = DRILL_TABLE[drill](this.#ground);
    Object.assign(this.state, { hostId: SELF, private: true });
    this.self = this.#seats.take(SELF, name, look);
    this.#hire();
    this.#begin();
  }

  get report(): Omit<PracticeReport, "speed"> {
    return { ...this.#plan, knocked: 0, parried: 0, streak: 0, pushes: 0, ...this.#drill.report() };
  }

  /** Takes what of a wish is about the match. Returns whether everybody is elsewhere now. */
  wish(wish: PracticeWish): boolean {
    const { drill: before } = this.#plan;
    this.#plan = planWith(this.#plan, wish, this.#arenas.values());
    const { fight, bots, skill, drill } = this.#plan;
    Object.assign(this.#ground, { fight, bots, skill });
    if (drill !== before) {
      this.#drill = DRILL_TABLE[drill](this.#ground);
      // Others: none of them is where this drill wants them.
      for (const id of this.#seats.bots) this.#seats.leave(id);
    }
    this.world.pickups.on = this.#pickups;
    const [arena, mode] = [this.#arena, this.#mode];
    const moves = arena !== this.world.arena || mode !== this.world.mode;
    if (moves) {
      moveWorld(this.world, { arena, mode, matchTicks: ticks(mode.timeLimit) });
      this.#begin();
    }
    this.#hire();
    return moves;
  }

  /** Gives the player another name, another look or both. */
  dress(wanted: Dress): void {
    this.#seats.dress(SELF, wanted);
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

  /** Nobody is waited for; a match begins as all do. */
  #begin(): void {
    this.enterPhase(this.#plan.drill === "match" ? "countdown" : "playing");
  }

  get #arena(): Arena {
    const arena = this.#arenas.get(this.#plan.arena);
    if (arena === undefined) throw new Error("There is no arena to practise on.");
    return arena;
  }

  get #mode(): Mode {
    return this.#plan.drill === "match" ? modeOf(this.#plan.mode) : this.#yard;
  }

  get #pickups(): PickupName[] {
    return this.#plan.drill === "match" ? allBut(this.#plan.pickupsOff) : [];
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
    const { skill } = this.#plan;
    Object.assign(this.state, {
      bots: this.#drill.bots,
      botSkill: skill,
      maxPlayers: botsRange(this.#plan).most + 1,
    });
  }
}
