import fc from "fast-check";
import { expect, it } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import { COMMANDS } from "#server/commands/table.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import { brawl } from "#shared/simulation/modes/brawl.ts";
import { addMode } from "#shared/simulation/modes/table.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { roomScene } from "../../../support/room-scene.ts";

/** Nobody comes into a match that is played. */
const closed = { ...brawl, id: "closed", name: "Closed", admits: () => false };
addMode(closed);

const SEATS = 3;
const NAMES = ["a", "b", "c", "d", "e", "f"] as const;
const AWAY_TIMES = { warnAfter: 0.4, botAfter: 0.6 };

type Scene = ReturnType<typeof roomScene>;

/** What somebody does, or what happens to them. `other` is another one, by number. */
type Act = (scene: Scene, id: string, other: string, dice: number) => void;

const here = ({ features }: Scene, id: string): boolean => features.people.has(id);
const give =
  (name: string, payload: (other: string, dice: number) => unknown = () => undefined): Act =>
  (scene, id, other, dice) => {
    if (scene.state.seats.get(id)?.connected) scene.give(id, name, payload(other, dice));
  };

/** Comes in if there is a place, as matchmaking has it. */
const come =
  (role: "player" | "spectator"): Act =>
  (scene, id, _other, dice) => {
    if (here(scene, id) || scene.places.refuse(role) !== undefined) return;
    // Two tabs of one guest, now and then.
    const guest = dice % 4 === 0 ? "twice" : `guest-${id}`;
    if (scene.features.refuse({ guest, role, from: "", password: "" }) !== undefined) return;
    scene.join(id, { guest, plays: role === "player" });
  };

const ACTS: Readonly<Record<string, Act>> = {
  join: come("player"),
  look: come("spectator"),
  leave: (scene, id) => here(scene, id) && scene.leave(id),
  drop: (scene, id) => here(scene, id) && scene.drop(id),
  back: (scene, id) => here(scene, id) && scene.back(id),
  reserve: (scene, id) => {
    if (scene.reserved.length === 0)
      scene.reserved.push({ sessionId: `for ${id}`, options: { role: "player" } });
  },
  lapse: (scene) => {
    scene.reserved.length = 0;
  },
  spend: (scene, id) => (scene.spent.has(id) ? scene.spent.delete(id) : scene.spent.add(id)),
  play: give("play"),
  watch: give("watch"),
  queue: give("queue", (_other, dice) => ({ on: dice % 3 > 0 })),
  dress: give("dress", (other, dice) => ({ name: other, look: dice })),
  kick: give("kick", (other) => ({ id: other })),
  voteKick: give("voteKick", (other) => ({ id: other })),
  mute: give("mute", (other, dice) => ({ id: other, muted: dice % 2 > 0 })),
  handOver: give("handOver", (other) => ({ id: other })),
  lock: give("lock", (_other, dice) => ({ locked: dice % 2 > 0 })),
  pause: give("pause", (_other, dice) => ({ paused: dice % 2 > 0 })),
  rematch: give("rematch", (_other, dice) => (dice % 3 > 0 ? undefined : false)),
  here: give("here"),
  start: give("start"),
  endMatch: give("endMatch"),
  restart: give("restart"),
  vote: give("vote", (_other, dice) => ({ choice: dice % 3 })),
  setUp: give("setUp", (_other, dice) => ({
    mode: dice % 2 > 0 ? "closed" : "brawl",
    arena: `isle${dice % 2}`,
  })),
  follow: give("follow", (other) => ({ id: other })),
  wait: (scene, id, _other, dice) => pass(scene, 1 + (dice % 60), id),
};

/** Lets ticks pass in which only one of the players moves. */
function pass(scene: Scene, ticks: number, mover: string): void {
  scene.clock.now += ticks * 20 + 1000;
  const inputsNow = (): Map<string, readonly PlayerInput[]> => {
    const inputs = new Map<string, readonly PlayerInput[]>();
    for (const { id, bot } of scene.world.players.values()) {
      if (!bot) inputs.set(id, [{ ...neutralInput(), aim: id === mover ? scene.world.tick % 3 : 0 }]);
    }
    return inputs;
  };
  scene.pass(ticks, () => false, inputsNow);
  for (const [id, { away, awayAt }] of scene.state.seats) {
    if (away || awayAt > 0) expect(scene.world.players.has(id)).toBe(true);
  }
}

/** What holds whatever has happened. */
function check(scene: Scene): void {
  const { state, world, features, faults } = scene;
  expect(faults).toEqual([]);
  const all = [...state.seats];
  const people = all.filter(([, seat]) => !seat.bot);
  expect(new Set(people.map(([id]) => id))).toEqual(new Set(features.people.keys()));
  const players = all.filter(([, { role }]) => role === "player");
  expect(players.length).toBeLessThanOrEqual(SEATS);
  const line = all.map(([, { queued }]) => queued).filter((queued) => queued > 0);
  expect(line.sort((a, b) => a - b)).toEqual(line.map((_, at) => at + 1));
  for (const [id, seat] of all) {
    const bodies = [world.players.has(id), state.players.has(id)];
    if (seat.role === "spectator") {
      expect(bodies).toEqual([false, false]);
      expect(seat).toMatchObject({ bot: false, ready: false, score: 0 });
    } else {
      const waits = features.all.latecomers.waits(id);
      expect([id, ...bodies]).toEqual([id, !waits, !waits]);
      expect(seat.queued).toBe(0);
      expect(world.players.get(id)?.name ?? seat.name).toBe(seat.name);
    }
  }
  for (const id of [...world.players.keys(), ...state.players.keys()]) expect(state.seats.has(id)).toBe(true);
  expect(state.hostId === "" ? 0 : 1).toBe(Math.min(1, people.length));
  expect(people.length === 0 || features.people.has(state.hostId)).toBe(true);
  const asked = people.filter(([id, { connected, away }]) => connected && !away && world.players.has(id));
  const isBetween = world.phase === "lobby" || world.phase === "results";
  expect(isBetween && asked.length > 0 && asked.every(([, { ready }]) => ready)).toBe(false);
  const free = SEATS - players.filter(([, { bot }]) => !bot).length - scene.reserved.length;
  const able = all.filter(([id, { queued, connected }]) => queued > 0 && connected && !scene.spent.has(id));
  if (able.length === 0) expect(scene.places.freeForNewcomers("player")).toBe(free);
  const names = all.map(([, { name }]) => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
}

const step = fc.record({
  act: fc.constantFrom(...Object.keys(ACTS)),
  id: fc.constantFrom(...NAMES),
  other: fc.constantFrom(...NAMES),
  dice: fc.nat(65535),
});

it.each([true, false])(
  "keeps seats, characters and the line together whatever people do (lobby: %s)",
  (lobby) => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 80 }), (steps) => {
        const scene = roomScene({
          arena: { ...drawArena("SSSSS\n....."), id: "isle0" },
          others: [{ ...drawArena("SSSSSS\n......"), id: "isle1" }],
          commands: COMMANDS,
          options: { maxPlayers: SEATS, bots: 2, lobby },
          awayTimes: AWAY_TIMES,
          crew: 2,
        });
        for (const { act, id, other, dice } of steps) {
          scene.clock.now += 300;
          ACTS[act]?.(scene, id, other, dice);
          check(scene);
        }
        for (const id of [...scene.features.people.keys()]) scene.leave(id);
        check(scene);
        expect([...scene.state.seats.values()].every(({ bot }) => bot)).toBe(true);
      }),
      { numRuns: 100 },
    );
  },
);
