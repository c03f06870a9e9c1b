import { drawArena } from "#lab/draw-arena.ts";
import type { CommandTable } from "#server/commands/command.ts";
import { Dispatch } from "#server/commands/dispatch.ts";
import { parseJoinOptions } from "#server/matchmaking/join-options.ts";
import { createLog } from "#server/observability/log.ts";
import { commandRoom } from "#server/rooms/command-room.ts";
import { RoomFeatures } from "#server/rooms/features/room-features.ts";
import { Seats } from "#server/rooms/seats.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { endPhase, enterPhase } from "#shared/simulation/match.ts";
import { step } from "#shared/simulation/step.ts";
import type { GameEvent, PlayerInput } from "#shared/simulation/types.ts";
import { createWorld } from "#shared/simulation/world.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { DT } from "#shared/tunables.ts";

/** A message that a room sent to somebody. */
export interface Sent {
  readonly to: string;
  readonly type: string;
  readonly message: unknown;
}

/** The features and commands of a room without Colyseus, sockets and timers; `now` (ms) is the clock of its rates. */
export function roomScene({
  arena = drawArena("SSSSS\n....."),
  commands = {} as CommandTable,
  options = {},
  /** Other arenas that the room may be moved to. */
  others = [] as readonly Arena[],
} = {}) {
  const clock = { now: 0 };
  const faults: unknown[] = [];
  const sent: Sent[] = [];
  const expelled: { id: string; reason: string }[] = [];
  const leave = (id: string): void => {
    seats.leave(id);
    features.leave(id);
    dispatch.forget(id);
  };
  const closed: string[] = [];
  const calls = { endPhase: 0, publish: 0, bots: [] as unknown[] };
  const admitted = parseJoinOptions(options);
  const world = createWorld(arena as Arena, {
    seed: 1,
    mode: admitted.mode,
    lobby: admitted.lobby,
    ...(admitted.timeLimit === undefined ? {} : { timeLimit: admitted.timeLimit }),
  });
  const state = new ArenaState();
  const seats = new Seats(world, state);
  const giveBody = (id: string): void => {
    if (!world.players.has(id)) seats.giveBody(id);
  };
  const features = new RoomFeatures(
    {
      code: "ABCDE",
      world,
      arenas: new Map([arena as Arena, ...others].map((one) => [one.id, one])),
      state,
      options: admitted,
      log: createLog("silent"),
      send: (to, type, message) => sent.push({ to, type, message }),
      sendTo: (ids, type, message) => sent.push(...ids.map((to) => ({ to, type, message }))),
      expel(id, reason) {
        expelled.push({ id, reason });
        leave(id);
      },
      maxIdleMinutes: 5,
      close: (reason) => closed.push(reason),
      endPhase() {
        calls.endPhase++;
        endPhase(world, () => {});
        features.phaseChanged();
      },
      enterPhase(phase) {
        enterPhase(world, phase, () => {});
        features.phaseChanged();
      },
      setBots: (bots, skill) => calls.bots.push({ bots, skill }),
      giveBody,
      publish: () => calls.publish++,
    },
    { note: (part, error) => faults.push(`${part}: ${error}`) },
  );
  const loop = { time: 0, stepP95: 0, inputs: { takeQuickest: () => undefined } };
  const dispatch = new Dispatch(
    commands,
    commandRoom(world, state, loop, features, giveBody),
    (id) => state.seats.get(id),
    () => clock.now,
  );
  return {
    clock,
    faults,
    sent,
    expelled,
    closed,
    calls,
    world,
    state,
    seats,
    features,
    /** Somebody takes a seat and plays, or watches. */
    join(id: string, { guest = `guest-${id}`, address = "192.0.2.1", plays = true } = {}): void {
      if (plays) seats.take(id, id, 0);
      else seats.sit(id, id, 0);
      features.join({ id, guest, address });
    },
    leave,
    /** Passes so many ticks as the loop of a room does, or until `until` holds. Returns what happened. */
    pass(ticks: number, until: () => boolean = () => false): GameEvent[] {
      const all: GameEvent[] = [];
      for (let i = 0; i < ticks && !until(); i++) {
        const inputs = new Map<string, readonly PlayerInput[]>();
        features.beforeStep(inputs);
        const before = world.phase;
        const events = step(world, { inputs }, DT);
        if (before !== world.phase) features.phaseChanged();
        features.afterStep(events);
        all.push(...events);
      }
      return all;
    },
    /** Gives a command. Returns what came back to its giver. */
    give(id: string, name: string, payload?: unknown): Sent[] {
      const before = sent.length;
      dispatch.give(
        name,
        {
          sessionId: id,
          send: (type: string, message: unknown) => sent.push({ to: id, type, message }),
        } as never,
        payload,
      );
      return sent.slice(before).filter(({ to }) => to === id);
    },
  };
}
