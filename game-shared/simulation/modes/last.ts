import { LAST } from "../../mode-tunables.ts";
import { MATCH, ticks } from "../../tunables.ts";
import { mend } from "../crumble.ts";
import { raiseRim, shakeRim } from "../sinking.ts";
import type { GameEvent, Player, World } from "../types.ts";
import { isLate } from "./comeback.ts";
import { countFall } from "./count-fall.ts";
import type { Mode, PlaceAtSpawn } from "./mode.ts";

type Emit = (event: GameEvent) => void;

/**
 * Last one standing. A match is several rounds: everybody has three lives in each, the rim sinks ring by ring, and the last one
 * who has a life wins it. Whoever wins three rounds wins the match; when the time is up the running round goes to whoever has
 * most lives, and whoever has won most rounds wins, of equals who has lives left in the last one. A round that takes too long ends
 * like that as well. Nobody wins one in which the last two fall in the same tick, or have equally many lives at its end.
 *
 * `points` are rounds won. `world.counts`: `age` are the ticks that a round has been played, `calm` those until the next ring
 * shakes, `rest` those until the next round.
 */
export const last: Mode = {
  id: "last",
  name: "Last one standing",
  timeLimit: LAST.time,
  maxPlayers: MATCH.maxPlayers,
  fillTo: MATCH.fillTo,
  lives: LAST.lives,
  tick(world, emit, placeAtSpawn) {
    const rest = count(world, "rest");
    if (rest > 0) {
      world.counts.set("rest", rest - 1);
      if (rest === 1) beginRound(world, emit, placeAtSpawn);
    } else if (world.round === 0) startRound(world, emit);
    else playRound(world, emit);
  },
  /** Between two rounds, and when there is nobody to play with. */
  admits: (world) => count(world, "rest") > 0 || world.players.size < 2,
  fell(world, player, killer, emit) {
    // Between two rounds nothing is at stake.
    if (count(world, "rest") > 0 || player.lives === 0) return;
    countFall(player, killer);
    player.lives -= 1;
    if (player.lives === 0) emit({ type: "out", tick: world.tick, id: player.id });
  },
  isDecided: ({ players }) => [...players.values()].some(({ points }) => points >= LAST.rounds),
  score: ({ points }) => points,
  compare: (a, b) =>
    b.points - a.points || b.lives - a.lives || b.knockouts - a.knockouts || a.falls - b.falls,
};

function count({ counts }: World, name: "age" | "calm" | "rest"): number {
  return counts.get(name) ?? 0;
}

/** The next round: the arena stands again, and everybody is on it with all lives. */
function beginRound(world: World, emit: Emit, placeAtSpawn: PlaceAtSpawn): void {
  raiseRim(world);
  mend(world);
  for (const player of world.players.values()) {
    player.lives = LAST.lives;
    placeAtSpawn(world, player);
  }
  startRound(world, emit);
}

function startRound(world: World, emit: Emit): void {
  world.round += 1;
  world.counts.set("age", 0);
  world.counts.set("calm", ticks(LAST.firstRing));
  emit({ type: "round", tick: world.tick, round: world.round, phase: "begins", winner: "" });
}

function playRound(world: World, emit: Emit): void {
  const age = count(world, "age") + 1;
  world.counts.set("age", age);
  const { size } = world.players;
  const alive = [...world.players.values()].filter(({ lives }) => lives > 0);
  // Whoever is alone in the room plays on until somebody comes.
  const isOver = alive.length === 0 || (alive.length === 1 && size > 1);
  const isLong = age >= ticks(LAST.longestRound) || world.tick + 1 >= world.phaseEndsTick;
  if (isOver || isLong) endRound(world, alive, emit);
  else shakeInTime(world, emit);
}

function endRound(world: World, alive: readonly Player[], emit: Emit): void {
  const most = Math.max(0, ...alive.map(({ lives }) => lives));
  const best = alive.filter(({ lives }) => lives === most);
  const [winner] = best.length === 1 ? best : [];
  if (winner !== undefined) winner.points += isLate(world) ? LAST.lateRound : 1;
  world.sinksAt = 0;
  world.counts.set("rest", ticks(LAST.pause));
  const { tick, round } = world;
  emit({ type: "round", tick, round, phase: "over", winner: winner?.id ?? "" });
}

/** Rings shake one after the other, with some calm before each. */
function shakeInTime(world: World, emit: Emit): void {
  if (world.sinksAt > 0) return;
  const calm = count(world, "calm") - 1;
  world.counts.set("calm", calm > 0 ? calm : ticks(LAST.nextRing));
  if (calm <= 0) shakeRim(world, emit);
}
