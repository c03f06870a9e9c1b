import { MATCH, ticks } from "../tunables.ts";
import { creditFor } from "./blow.ts";
import { mend } from "./crumble.ts";
import { meansOfFall } from "./means.ts";
import { rank, winners } from "./modes/ranking.ts";
import { evenOut } from "./modes/teams.ts";
import { clearTally, forgetCourse, moveWorld } from "./move-world.ts";
import type { GameEvent, MatchPhase, Player, World } from "./types.ts";
import { placeAtSpawn } from "./world.ts";

/** What follows a phase that somebody ends. */
const NEXT: Readonly<Record<MatchPhase, MatchPhase>> = {
  lobby: "countdown",
  countdown: "playing",
  playing: "results",
  results: "countdown",
};

/** Goes on to the next phase when the present one is over: from the results to the lobby, if there is one. */
export function advanceMatch(world: World, emit: (event: GameEvent) => void): void {
  const { phase, mode, hasLobby, tick, phaseEndsTick } = world;
  if (phase === "lobby") return;
  const decided = phase === "playing" && mode.isDecided?.(world) === true;
  if (!decided && tick < phaseEndsTick) return;
  enterPhase(world, phase === "results" && hasLobby ? "lobby" : NEXT[phase], emit);
}

/** Ends the present phase now: the rematch that everybody wants does not wait for the clock. */
export function endPhase(world: World, emit: (event: GameEvent) => void): void {
  enterPhase(world, NEXT[world.phase], emit);
}

/** Goes to a phase now, whichever it was before. Lobby and countdown begin afresh, on what is planned for the next match. */
export function enterPhase(world: World, phase: MatchPhase, emit: (event: GameEvent) => void): void {
  world.phase = phase;
  world.resumesAt = 0;
  world.winners = phase === "results" ? resultOf(world) : [];
  if (phase === "countdown" || phase === "lobby") begin(world);
  world.phaseEndsTick = phase === "lobby" ? 0 : world.tick + lengthOf(world, phase);
  emit({ type: "phase", tick: world.tick, phase });
}

/** Length of a phase in ticks. */
function lengthOf({ matchTicks }: World, phase: Exclude<MatchPhase, "lobby">): number {
  if (phase === "playing") return matchTicks;
  return ticks(phase === "countdown" ? MATCH.countdown : MATCH.resultsTime);
}

function begin(world: World): void {
  if (world.next === undefined) resetMatch(world);
  else moveWorld(world, world.next);
  if (world.phase !== "lobby") world.mode.setup?.(world);
}

function resultOf(world: World): string[] {
  const { mode, players } = world;
  return mode.result?.(world) ?? winners(rank(mode, players.values())).map(({ id }) => id);
}

/** Scores to zero, floor mended, things gone, everybody at a spawn. */
function resetMatch(world: World): void {
  mend(world);
  world.things.clear();
  forgetCourse(world);
  evenOut(world);
  for (const player of world.players.values()) {
    clearTally(player, world.mode);
    placeAtSpawn(world, player);
  }
}

/** Lets the mode count a fall, and tells of it. Before the start and after the end nothing counts. */
export function scoreFall(world: World, player: Player, emit: (event: GameEvent) => void): void {
  const by = creditFor(world, player);
  const killer = world.players.get(by);
  if (world.phase === "playing") world.mode.fell(world, player, killer, emit);
  const streak = killer?.streak ?? 0;
  const { id, x, y } = player;
  const fall: GameEvent = { type: "fall", tick: world.tick, id, x, y, by, streak };
  const means = by === "" ? meansOfFall(world, player) : player.lastHitMeans;
  emit(means === undefined ? fall : { ...fall, means });
}
