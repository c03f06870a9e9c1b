import { describe, expect, it } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import { Seats } from "#room/seats.ts";
import { BotCrew } from "#server/rooms/bot-crew.ts";
import { endPhase } from "#shared/simulation/match.ts";
import { moveWorld } from "#shared/simulation/move-world.ts";
import { pauseWorld } from "#shared/simulation/pause.ts";
import { step } from "#shared/simulation/step.ts";
import type { PlayerInput, World } from "#shared/simulation/types.ts";
import { createWorld } from "#shared/simulation/world.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { DT } from "#shared/tunables.ts";

const HERE = drawArena(...Array.from({ length: 12 }, () => "S...........S"));
const THERE = drawArena("SSSSSSS", ".......", ".......", "SSSSSSS");

function scene(bots = 3) {
  const world = createWorld(HERE, { seed: 4, lobby: true });
  const seats = new Seats(world, new ArenaState());
  const crew = new BotCrew(seats, bots, "easy", 16);
  crew.fill();
  return { world, seats, crew };
}

/** Lets bots play for so many ticks. Returns what they did in each. */
function play(world: World, crew: BotCrew, ticks: number): PlayerInput[][] {
  return Array.from({ length: ticks }, () => {
    const inputs = new Map<string, readonly PlayerInput[]>();
    crew.think(world, inputs);
    step(world, { inputs }, DT);
    return [...inputs.values()].flat();
  });
}

const isBusy = ({ moveX, moveY, push, dash, brace }: PlayerInput): boolean =>
  moveX !== 0 || moveY !== 0 || push || dash || brace;

describe("the bots of a room", () => {
  it("stand still in the lobby and in a pause, and play in a match", () => {
    const { world, crew } = scene();
    expect(play(world, crew, 100).flat().some(isBusy)).toBe(false);
    endPhase(world, () => {});
    expect(play(world, crew, 100).flat().some(isBusy)).toBe(true);
    pauseWorld(world);
    expect(play(world, crew, 100).flat().some(isBusy)).toBe(false);
  });

  it("play on another arena as those would who are new there", () => {
    const [moved, fresh] = [scene(), scene()];
    endPhase(moved.world, () => {});
    play(moved.world, moved.crew, 200);
    for (const { world } of [moved, fresh]) {
      world.seed = 9;
      moveWorld(world, { arena: THERE, mode: world.mode, matchTicks: 1000 });
    }
    moved.world.phase = "lobby";
    for (const player of moved.world.players.values()) player.held = 0;
    fresh.world.tick = moved.world.tick;
    for (const player of fresh.world.players.values()) player.bornTick = fresh.world.tick;
    for (const { world } of [moved, fresh]) endPhase(world, () => {});
    expect(play(moved.world, moved.crew, 200)).toEqual(play(fresh.world, fresh.crew, 200));
  });

  it("can be made more, fewer and of another skill while they play", () => {
    const { world, seats, crew } = scene(2);
    endPhase(world, () => {});
    const before = play(world, crew, 50);
    crew.change(4, "hard");
    expect(crew.fill()).toBe(true);
    expect(seats.bots).toHaveLength(4);
    crew.change(1);
    crew.fill();
    expect(seats.bots).toEqual(["bot:0"]);
    expect(before.flat().length).toBe(100);
  });

  it("of another skill play otherwise", () => {
    const [easy, hard] = [scene(), scene()];
    for (const { world } of [easy, hard]) endPhase(world, () => {});
    hard.crew.change(3, "hard");
    expect(play(hard.world, hard.crew, 300)).not.toEqual(play(easy.world, easy.crew, 300));
  });
});
