import { readdirSync, readFileSync } from "node:fs";
import { type Brain, createBrain } from "#bots/brain/brain.ts";
import type { Skill } from "#bots/brain/skills.ts";
import { viewOf } from "#bots/brain/view.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { parseArena } from "#shared/arena/parse-arena.ts";
import type { Tally } from "#shared/simulation/modes/mode.ts";
import { type Ranked, rank } from "#shared/simulation/modes/ranking.ts";
import { modeOf } from "#shared/simulation/modes/table.ts";
import { PICKUP_NAMES, type PickupName } from "#shared/simulation/pickups/table.ts";
import { step } from "#shared/simulation/step.ts";
import type { GameEvent, PlayerInput, World } from "#shared/simulation/types.ts";
import { addPlayer, createWorld } from "#shared/simulation/world.ts";
import { DT } from "#shared/tunables.ts";
import { LeadWatch } from "./lead.ts";
import { Newcomer } from "./newcomer.ts";
import { type Uses, UseWatch } from "./uses.ts";

/** Who takes part: bots by their skill, and the model of somebody who plays for the first time. */
export type Contender = Skill | "newcomer";

export interface MatchOptions {
  readonly arena: Arena;
  /** Skill of each bot; their number is the number of players. */
  readonly skills: readonly Contender[];
  readonly seed: number;
  /** Length of the match (s); that of the mode when absent. */
  readonly seconds?: number;
  /** Id of the mode; a Brawl when absent. */
  readonly mode?: string;
  /** Pickups that appear; all of them when absent. */
  readonly pickups?: readonly PickupName[];
  /** False for a last part of the match that counts as any other does: see `modes/comeback.ts`. */
  readonly comeback?: boolean;
  /** Tells the time (ms), for the CPU columns; none are filled without. */
  readonly now?: () => number;
}

export interface Contestant extends Tally {
  /** Place in the list of those who play, from 0. */
  readonly seat: number;
  /** 0 where there are no teams. */
  readonly team: number;
  readonly skill: Contender;
  readonly selfKnockouts: number;
}

export interface MatchResult {
  /** How long it was played (s). */
  readonly seconds: number;
  /** How often the lead changed in the last third of it. */
  readonly lateChanges: number;
  /** Goals of both teams. */
  readonly goals: number;
  /** Seats of those who have won. */
  readonly winners: readonly number[];
  /** How often tiles and pickups were used. */
  readonly uses: Uses;
  /** In the order of the final table: the winner first. */
  readonly contestants: readonly Ranked<Contestant>[];
  /** Lengths of all lives that ended in a fall (s). */
  readonly lives: readonly number[];
  readonly counts: Readonly<Record<CountedEvent, number>>;
  /** Bot-ticks, and simulated player-ticks; the same number. */
  readonly ticks: number;
  /** Time spent in the brains and in the step (ms). */
  readonly brainMs: number;
  readonly stepMs: number;
}

const COUNTED = ["hit", "push", "braced", "parry", "dash", "goal"] as const;
type CountedEvent = (typeof COUNTED)[number];

const FOLDER = new URL("../../assets/arenas/", import.meta.url);

/** Names of the shipped arenas. */
export function listArenas(): string[] {
  const maps = readdirSync(FOLDER).filter((file) => file.endsWith(".tmj"));
  return maps.map((file) => file.slice(0, -".tmj".length));
}

/** A shipped arena. Throws when there is none of that name. */
export function loadArena(id: string): Arena {
  return parseArena(id, JSON.parse(readFileSync(new URL(`${id}.tmj`, FOLDER), "utf8")));
}

/** Whatever decides what a character does. */
type Thinker = Pick<Brain, "think">;

/** Plays one match of bots against each other on the real rules, as fast as it goes. */
export function playMatch(options: MatchOptions): MatchResult {
  const { arena, skills, seed, seconds, mode: id = "brawl", comeback = true, now = () => 0 } = options;
  const { pickups = PICKUP_NAMES } = options;
  const mode = { ...modeOf(id), comeback };
  const world = createWorld(arena, { seed, mode, timeLimit: seconds ?? mode.timeLimit, pickups });
  const brains = new Map<string, Thinker>();
  skills.forEach((skill, seat) => {
    addPlayer(world, `bot${seat}`, `Bot ${seat}`, true);
    brains.set(`bot${seat}`, thinkerOf(skill, seed * 1009 + seat));
  });
  const counts = { hit: 0, push: 0, braced: 0, parry: 0, dash: 0, goal: 0 };
  const lives: number[] = [];
  let brainMs = 0;
  let stepMs = 0;
  let ticks = 0;
  let played = 0;
  const lead = new LeadWatch();
  const used = new UseWatch();
  let born = new Map<string, number>();
  while (world.phase !== "results") {
    const before = now();
    const inputs = thinkAll(world, brains);
    const between = now();
    const events = step(world, { inputs }, DT);
    brainMs += between - before;
    stepMs += now() - between;
    ticks += skills.length;
    if (world.phase !== "playing") continue;
    played += 1;
    lead.note(world);
    used.note(world, events);
    tally(events, counts);
    born = follow(world, events, born, lives);
  }
  lead.end(world);
  const tallies = [...world.players.values()].map(
    (player, seat): Contestant => ({ ...pickScore(player), seat, skill: skills[seat] ?? "normal" }),
  );
  const contestants = rank(mode, tallies);
  return {
    seconds: played * DT,
    lateChanges: lead.lateChanges,
    goals: counts.goal,
    winners: world.winners.map((id) => [...world.players.keys()].indexOf(id)),
    uses: used.uses,
    contestants,
    lives,
    counts,
    ticks,
    brainMs,
    stepMs,
  };
}

/** The part 0..1 of a match's win that a skill gets: all who have won share it. */
export function shareOfWin({ contestants, winners }: MatchResult, skill: Contender): number {
  const those = contestants.filter((one) => one.skill === skill && winners.includes(one.seat));
  return those.length / Math.max(1, winners.length);
}

function thinkerOf(skill: Contender, seed: number): Thinker {
  return skill === "newcomer" ? new Newcomer() : createBrain(skill, seed);
}

function thinkAll(world: World, brains: ReadonlyMap<string, Thinker>): Map<string, PlayerInput[]> {
  const inputs = new Map<string, PlayerInput[]>();
  for (const [id, brain] of brains) {
    const player = world.players.get(id);
    if (player !== undefined) inputs.set(id, [brain.think(viewOf(world, player))]);
  }
  return inputs;
}

function tally(events: readonly GameEvent[], counts: Record<CountedEvent, number>): void {
  for (const { type } of events) {
    const counted = COUNTED.find((name) => name === type);
    if (counted !== undefined) counts[counted] += 1;
  }
}

/** Notes how long lives were. Returns when the present lives began, by player. */
function follow(
  world: World,
  events: readonly GameEvent[],
  born: ReadonlyMap<string, number>,
  lives: number[],
): Map<string, number> {
  for (const event of events) {
    if (event.type === "fall") lives.push((event.tick - (born.get(event.id) ?? 0)) * DT);
  }
  return new Map([...world.players.values()].map((player) => [player.id, player.bornTick]));
}

function pickScore(player: Omit<Contestant, "skill" | "seat">): Omit<Contestant, "skill" | "seat"> {
  const { knockouts, falls, points, lives, selfKnockouts, team } = player;
  return { knockouts, falls, points, lives, selfKnockouts, team };
}
