import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import { type Arena, Tile, tileAt } from "#shared/arena/arena.ts";
import { POSITION, snap, VELOCITY } from "#shared/quantize.ts";
import { massOf, separate } from "#shared/simulation/contacts.ts";
import { hashWorld } from "#shared/simulation/hash.ts";
import { sanitizeInput } from "#shared/simulation/input.ts";
import { step } from "#shared/simulation/step.ts";
import { Action, type PlayerInput, type World } from "#shared/simulation/types.ts";
import { addPlayer, createWorld } from "#shared/simulation/world.ts";
import { BODY, DT, WOBBLE } from "#shared/tunables.ts";
import { run, speedOf } from "../../../support/worlds.ts";

/** Everything that there is, in a small place where people keep running into each other. */
const ARENA = drawArena(
  "  ...........     ",
  " .....#.....c.... ",
  " S..}....ii.c..S. ",
  " ...#.o..ii.c.... ",
  " ...##...ii...>>. ",
  " .S.......<<<..S. ",
  "  ....  ......... ",
);

/** Nothing but floor, ice and walls. */
const FLOOR = drawArena(" ........... ", " .S..ii..#.. ", " ....ii..#S. ", " .S......... ", " ........S.. ");

/** Numbers as a hostile or broken client sends them. */
const anyNumber = fc.oneof(
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.double(),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e308, -0),
);
const anyInput = fc.record({
  moveX: anyNumber,
  moveY: anyNumber,
  aim: anyNumber,
  push: fc.boolean(),
  dash: fc.boolean(),
  brace: fc.boolean(),
  /** Ticks that the page is behind the world: whatever it claims. */
  seen: fc.nat(20),
});
/** What four players do, each input held for eight ticks: 240 ticks in all. */
const anyGame = fc.array(fc.tuple(anyInput, anyInput, anyInput, anyInput), { minLength: 1, maxLength: 30 });
const HELD = 8;

function play(
  game: [PlayerInput, ...PlayerInput[]][],
  seed: number,
  arena: Arena,
  check: (world: World) => void,
): World {
  const world = createWorld(arena, { seed });
  const ids = ["a", "b", "c", "d"];
  for (const id of ids) addPlayer(world, id, id, false);
  for (const turn of game) {
    for (let tick = 0; tick < HELD; tick++) {
      const inputs = new Map(
        ids.map((id, i) => {
          const input = turn[i] ?? turn[0];
          return [id, [sanitizeInput({ ...input, seen: world.tick - (input.seen ?? 0) })]];
        }),
      );
      step(world, { inputs }, DT);
      check(world);
    }
  }
  return world;
}

/** Depth (tiles) of a disc in the nearest wall. */
function depthInWalls(x: number, y: number): number {
  let deepest = 0;
  for (let row = Math.floor(y) - 1; row <= Math.floor(y) + 1; row++) {
    for (let column = Math.floor(x) - 1; column <= Math.floor(x) + 1; column++) {
      if (tileAt(ARENA, column, row) !== Tile.Wall) continue;
      const dx = x - Math.min(Math.max(x, column), column + 1);
      const dy = y - Math.min(Math.max(y, row), row + 1);
      deepest = Math.max(deepest, BODY.radius - Math.hypot(dx, dy));
    }
  }
  return deepest;
}

/** Rounding of a coordinate on the wire (tiles). */
const QUANTUM = 128 / 65535;

describe("whatever the players do", () => {
  it("nobody in play is inside a wall", () => {
    fc.assert(
      fc.property(anyGame, fc.integer(), (game, seed) => {
        play(game, seed, ARENA, (world) => {
          for (const player of world.players.values()) {
            if (player.action === Action.Falling) continue;
            expect(depthInWalls(player.x, player.y)).toBeLessThanOrEqual(QUANTUM);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it("all numbers stay finite, in their ranges and as the wire can carry them", () => {
    fc.assert(
      fc.property(anyGame, fc.integer(), (game, seed) => {
        play(game, seed, ARENA, (world) => {
          for (const player of world.players.values()) {
            expect(speedOf(player)).toBeLessThanOrEqual(BODY.maxSpeed + 0.01);
            expect(player.x).toBe(snap(POSITION, player.x));
            expect(player.y).toBe(snap(POSITION, player.y));
            expect(player.vx).toBe(snap(VELOCITY, player.vx));
            expect(player.vy).toBe(snap(VELOCITY, player.vy));
            expect(player.wobble).toBeGreaterThanOrEqual(0);
            expect(player.wobble).toBeLessThanOrEqual(WOBBLE.max);
            for (const ticks of [player.charge, player.stamina, player.dashCooldown, player.respawnTicks]) {
              expect(Number.isInteger(ticks) && ticks >= 0 && ticks <= 255).toBe(true);
            }
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it("energy does not appear from nothing: who lets go only gets slower, all together", () => {
    const velocity = fc.record({
      vx: fc.double({ min: -20, max: 20, noNaN: true }),
      vy: fc.double({ min: -20, max: 20, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(velocity, { minLength: 4, maxLength: 4 }), fc.integer(), (velocities, seed) => {
        const world = createWorld(FLOOR, { seed });
        const players = velocities.map((each, i) =>
          Object.assign(addPlayer(world, `${i}`, `${i}`, false), each),
        );
        const energy = () => players.reduce((sum, player) => sum + speedOf(player) ** 2, 0);
        let before = energy();
        for (let tick = 0; tick < 100; tick++) {
          run(world, 1);
          // A velocity is rounded by at most 0.001 an axis, which is this much energy at most for four at 40.
          expect(energy()).toBeLessThanOrEqual(before + 4 * 4 * 40 * 0.001);
          before = energy();
        }
      }),
      { numRuns: 60 },
    );
  });

  it("the same seed and inputs give the same world", () => {
    fc.assert(
      fc.property(anyGame, fc.integer(), (game, seed) => {
        const one = hashWorld(play(game, seed, ARENA, () => {}));
        expect(hashWorld(play(game, seed, ARENA, () => {}))).toBe(one);
      }),
      { numRuns: 30 },
    );
  });

  it("the fingerprint sees a difference of one rounding step in one coordinate", () => {
    const world = play(
      [[sanitizeInput({ moveX: 1, moveY: 0, aim: 0, push: false, dash: false, brace: false })]],
      1,
      ARENA,
      () => {},
    );
    const before = hashWorld(world);
    const player = world.players.get("a");
    if (player !== undefined) player.x = snap(POSITION, player.x + QUANTUM);
    expect(hashWorld(world)).not.toBe(before);
  });
});

describe("two players who collide", () => {
  const body = fc.record({
    x: fc.double({ min: -0.4, max: 0.4, noNaN: true }),
    y: fc.double({ min: -0.4, max: 0.4, noNaN: true }),
    vx: fc.double({ min: -40, max: 40, noNaN: true }),
    vy: fc.double({ min: -40, max: 40, noNaN: true }),
  });

  const action = fc.constantFrom(Action.Idle, Action.Bracing);

  it("gain no energy, keep their momentum, and no longer overlap", () => {
    fc.assert(
      fc.property(body, body, action, action, (first, second, actionA, actionB) => {
        const world = createWorld(ARENA, { seed: 1 });
        const a = Object.assign(addPlayer(world, "a", "a", false), first, { action: actionA });
        const b = Object.assign(addPlayer(world, "b", "b", false), second, { action: actionB });
        const [massA, massB] = [massOf(a), massOf(b)];
        const energy = () => massA * speedOf(a) ** 2 + massB * speedOf(b) ** 2;
        const momentum = () => [massA * a.vx + massB * b.vx, massA * a.vy + massB * b.vy] as const;
        const before = energy();
        const [px, py] = momentum();
        if (separate(a, b) === undefined) return;
        expect(energy()).toBeLessThanOrEqual(before + 1e-6);
        expect(momentum()[0]).toBeCloseTo(px, 6);
        expect(momentum()[1]).toBeCloseTo(py, 6);
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(BODY.radius * 2 - QUANTUM);
      }),
      { numRuns: 300 },
    );
  });
});
