import { MATCH, ticks } from "../tunables.ts";
import { creditFor } from "./blow.ts";
import { mend } from "./crumble.ts";
import { meansOfFall } from "./means.ts";
import { rank, winners } from "./modes/ranking.ts";
import type { GameEvent, MatchPhase, Player, World } from "./types.ts";
import { placeAtSpawn } from "./world.ts";

/** What follows a phase, and how long that lasts in ticks. */
const NEXT: Readonly<Record<MatchPhase, { phase: MatchPhase; lasts: (world: World) => number }>> = {
  countdown: { phase: "playing", lasts: (world) => world.matchTicks },
  playing: { phase: "results", lasts: () => ticks(MATCH.resultsTime) },
  results: { phase: "countdown", lasts: () => ticks(MATCH.countdown) },
};

/** Goes on to the next phase when the present one is over. */
export function advanceMatch(world: World, emit: (event: GameEvent) => void): void {
  const decided = world.phase === "playing" && world.mode.isDecided?.(world) === true;
  if (decided || world.tick >= world.phaseEndsTick) endPhase(world, emit);
}

/** Ends the present phase now: the rematch that everybody wants does not wait for the clock. */
export function endPhase(world: World, emit: (event: GameEvent) => void): void {
  const { phase, lasts } = NEXT[world.phase];
  world.phase = phase;
  world.phaseEndsTick = world.tick + lasts(world);
  world.winners = phase === "results" ? resultOf(world) : [];
  if (phase === "countdown") resetMatch(world);
  emit({ type: "phase", tick: world.tick, phase });
}

function resultOf(world: World): string[] {
  const { mode, players } = world;
  return mode.result?.(world) ?? winners(rank(mode, players.values())).map(({ id }) => id);
}

/** Scores to zero, floor mended, things gone, everybody at a spawn, and the mode set up. */
export function resetMatch(world: World): void {
  mend(world);
  world.things.clear();
  for (const player of world.players.values()) {
    player.knockouts = 0;
    player.falls = 0;
    player.selfKnockouts = 0;
    player.streak = 0;
    placeAtSpawn(world, player);
  }
  world.mode.setup?.(world);
}

/** Lets the mode count a fall, and tells of it. Before the start and after the end nothing counts. */
export function scoreFall(world: World, player: Player, emit: (event: GameEvent) => void): void {
  const by = creditFor(world, player);
  const killer = world.players.get(by);
  if (world.phase === "playing") world.mode.fell(world, player, killer);
  const streak = killer?.streak ?? 0;
  const { id, x, y } = player;
  const fall: GameEvent = { type: "fall", tick: world.tick, id, x, y, by, streak };
  const means = by === "" ? meansOfFall(world, player) : undefined;
  emit(means === undefined ? fall : { ...fall, means });
}
