import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMEBACK, LAST, RIM } from "#shared/mode-tunables.ts";
import { enterPhase } from "#shared/simulation/match.ts";
import { last } from "#shared/simulation/modes/last.ts";
import { rimOf } from "#shared/simulation/rim.ts";
import { Action, type GameEvent, type Player, type World } from "#shared/simulation/types.ts";
import { addPlayer, createWorld, removePlayer } from "#shared/simulation/world.ts";
import { ticks } from "#shared/tunables.ts";
import { plain, run } from "../../../../support/worlds.ts";

const ARENA = plain();
const MIDDLE = { x: 14, y: 14, vx: 0, vy: 0 };

/** A match whose first round has begun, with everybody in the middle. */
function matchOf(count: number) {
  const world = createWorld(ARENA, { seed: 1, mode: last });
  const players = Array.from({ length: count }, (_, i) => addPlayer(world, `${i}`, `${i}`, false));
  enterPhase(world, "playing", () => {});
  run(world, 1);
  gather(world);
  return { world, players: players as [Player, Player, Player] };
}

function gather(world: World): void {
  let at = 0;
  for (const player of world.players.values()) Object.assign(player, { ...MIDDLE, y: 13 + at++ });
}

/** Lets somebody fall as often as that, each time as soon as they are there. */
function fall(world: World, player: Player, times = 1): GameEvent[] {
  const events: GameEvent[] = [];
  for (let i = 0; i < times; i++) {
    for (let wait = 0; player.action === Action.Falling && wait < 100; wait++) events.push(...run(world, 1));
    Object.assign(player, { x: -2, y: -2, lastHitBy: "" });
    events.push(...run(world, 6));
  }
  return events;
}

const rounds = (events: GameEvent[]) => events.filter((event) => event.type === "round");

describe("Last one standing", () => {
  it("puts out of the round whoever has fallen three times, until the next one", () => {
    const { world, players } = matchOf(3);
    const [ann, bob, cyd] = players;
    const events = fall(world, ann, LAST.lives);
    expect(events.filter(({ type }) => type === "out")).toMatchObject([{ id: ann.id }]);
    expect(run(world, ticks(5)).filter(({ type }) => type === "respawn")).toEqual([]);
    expect([ann.lives, ann.action]).toEqual([0, Action.Falling]);
    const over = fall(world, bob, LAST.lives);
    expect(rounds(over)).toMatchObject([{ phase: "over", round: 1, winner: cyd.id }]);
    expect([ann.points, bob.points, cyd.points]).toEqual([0, 0, 1]);
    expect(rounds(run(world, ticks(LAST.pause)))).toMatchObject([{ phase: "begins", round: 2 }]);
    for (const player of players) expect([player.lives, player.action]).toEqual([LAST.lives, Action.Idle]);
  });

  it("takes no life between two rounds", () => {
    const { world, players } = matchOf(2);
    fall(world, players[0], LAST.lives);
    fall(world, players[1]);
    expect(players[1].lives).toBe(LAST.lives);
  });

  it("lets the rim sink ring by ring, down to the core, and raises it for the next round", () => {
    const { world, players } = matchOf(2);
    const { count } = rimOf(ARENA);
    expect(run(world, ticks(LAST.firstRing) - 1).filter(({ type }) => type === "sink")).toEqual([]);
    const seen: GameEvent[] = [];
    for (let second = 0; second < (count + 1) * (LAST.nextRing + RIM.shaking); second++) {
      gather(world);
      seen.push(...run(world, ticks(1)));
    }
    const sunk = seen.filter((event) => event.type === "sink" && event.phase === 2);
    expect(sunk.map((event) => event.type === "sink" && event.ring)).toEqual([...Array(count).keys()]);
    // Everybody comes back on what is left.
    fall(world, players[0]);
    run(world, ticks(3));
    expect([players[0].lives, players[0].action]).toEqual([LAST.lives - 1, Action.Idle]);
    fall(world, players[0], LAST.lives - 1);
    run(world, ticks(LAST.pause) + 1);
    expect([world.round, world.sunk, world.sinksAt]).toEqual([2, 0, 0]);
  });

  it("is won by whoever wins three rounds", () => {
    const { world, players } = matchOf(2);
    players[1].points = LAST.rounds - 1;
    fall(world, players[0], LAST.lives);
    expect([world.phase, world.winners]).toEqual(["results", [players[1].id]]);
  });

  it("gives a round that takes too long to whoever has most lives, or to nobody", () => {
    const { world, players } = matchOf(3);
    world.phaseEndsTick = world.tick + ticks(600);
    fall(world, players[0]);
    fall(world, players[1]);
    world.counts.set("age", ticks(LAST.longestRound) - 1);
    gather(world);
    expect(rounds(run(world, 1))).toMatchObject([{ phase: "over", winner: players[2].id }]);
    run(world, ticks(LAST.pause));
    world.counts.set("age", ticks(LAST.longestRound) - 1);
    expect(rounds(run(world, 1))).toMatchObject([{ phase: "over", winner: "" }]);
    expect(players.map(({ points }) => points)).toEqual([0, 0, 1]);
  });

  it("decides the running round when the time is up, and counts it twice: nobody is out of reach", () => {
    const { world, players } = matchOf(2);
    const [ann, bob] = players;
    Object.assign(ann, { points: LAST.rounds - 1, knockouts: 9 });
    world.phaseEndsTick = world.tick + ticks(COMEBACK.time);
    fall(world, ann);
    gather(world);
    const left = world.phaseEndsTick - world.tick;
    for (let tick = 0; tick < left; tick += 10) {
      gather(world);
      run(world, Math.min(10, left - tick));
    }
    expect(world.phase).toBe("results");
    expect([ann.points, bob.points]).toEqual([LAST.rounds - 1, LAST.lateRound]);
    // As many rounds, and the last one is hers no more.
    expect(world.winners).toEqual([bob.id]);
  });

  it("lets latecomers in between two rounds, and while there is nobody to play with", () => {
    const { world, players } = matchOf(3);
    expect(last.admits?.(world)).toBe(false);
    fall(world, players[0], LAST.lives);
    fall(world, players[1], LAST.lives);
    expect(last.admits?.(world)).toBe(true);
    run(world, ticks(LAST.pause));
    expect(last.admits?.(world)).toBe(false);
    removePlayer(world, "0");
    removePlayer(world, "1");
    run(world, 5);
    expect([last.admits?.(world), rounds(run(world, 50))]).toEqual([true, []]);
    // Whoever is alone goes on, and begins again when they are out.
    expect(rounds(fall(world, players[2], LAST.lives))).toMatchObject([{ phase: "over", winner: "" }]);
    run(world, ticks(LAST.pause));
    expect([world.round, players[2].lives]).toEqual([3, LAST.lives]);
  });

  it("never gives a life back within a round, and always ends, whatever happens", () => {
    const deed = fc.tuple(fc.constantFrom("fall", "leave", "join", "wait"), fc.nat(7), fc.nat(150));
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 30 }), (story) => {
        const { world } = matchOf(4);
        world.phaseEndsTick = world.tick + ticks(90);
        let joined = 4;
        let lives = new Map<string, number>();
        const pass = (count: number): void => {
          for (let tick = 0; tick < count && world.phase === "playing"; tick++) {
            const isNew = run(world, 1).some((event) => event.type === "round" && event.phase === "begins");
            for (const player of world.players.values()) {
              if (!isNew) expect(player.lives).toBeLessThanOrEqual(lives.get(player.id) ?? LAST.lives);
              expect(player.lives).toBeGreaterThanOrEqual(0);
            }
            lives = new Map([...world.players.values()].map((player) => [player.id, player.lives]));
          }
        };
        for (const [what, who, wait] of story) {
          const players = [...world.players.values()];
          const player = players[who % Math.max(1, players.length)];
          if (what === "fall" && player?.action === Action.Idle) Object.assign(player, { x: -2, y: -2 });
          else if (what === "leave" && player !== undefined) removePlayer(world, player.id);
          else if (what === "join" && last.admits?.(world) === true)
            addPlayer(world, `${joined++}`, "", false);
          pass(wait);
        }
        pass(ticks(91));
        expect(world.phase).toBe("results");
      }),
      { numRuns: 12 },
    );
  });
});
