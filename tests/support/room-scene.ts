import type { ReservedSeat } from "#colyseus/server/reserved-seats.ts";
import { drawArena } from "#lab/draw-arena.ts";
import { Seats } from "#room/seats.ts";
import type { CommandTable } from "#server/commands/command.ts";
import { Dispatch } from "#server/commands/dispatch.ts";
import { parseJoinOptions } from "#server/matchmaking/join-options.ts";
import { createLog } from "#server/observability/log.ts";
import { BotCrew } from "#server/rooms/bot-crew.ts";
import { commandRoom } from "#server/rooms/command-room.ts";
import type { AwayTimes } from "#server/rooms/features/feature.ts";
import { RoomFeatures } from "#server/rooms/features/room-features.ts";
import { Places } from "#server/rooms/places.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { refusal } from "#shared/refusals/refusal.ts";
import { endPhase, enterPhase } from "#shared/simulation/match.ts";
import { step } from "#shared/simulation/step.ts";
import type { GameEvent, PlayerInput } from "#shared/simulation/types.ts";
import { createWorld } from "#shared/simulation/world.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { AWAY, DT } from "#shared/tunables.ts";

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
  awayTimes = AWAY as AwayTimes,
  /** Bots beside a single person. */
  crew = 0,
} = {}) {
  const clock = { now: 0 };
  const faults: unknown[] = [];
  const sent: Sent[] = [];
  const expelled: { id: string; reason: string }[] = [];
  const leave = (id: string): void => {
    seats.leave(id);
    features.leave(id);
    bots.fill();
    dispatch.forget(id);
  };
  const closed: string[] = [];
  /** Seats that are given out and not taken. */
  const reserved: ReservedSeat[] = [];
  /** Whom somebody wants to see. */
  const followed = new Map<string, string>();
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
  const places = new Places({
    code: "ABCDE",
    state,
    maxPlayers: admitted.maxPlayers,
    reserved: () => reserved,
    inLine: () => features.all.spectators.inLine,
  });
  const bots = new BotCrew(seats, crew, admitted.botSkill, admitted.maxPlayers);
  /** Whose address may have no more characters. */
  const spent = new Set<string>();
  const giveBody = (id: string): void => {
    if (state.seats.has(id) && !world.players.has(id)) seats.giveBody(id);
    bots.fill();
  };
  const refuseSeat = (id: string): string | undefined => {
    if (places.free("player") <= 0) return refusal("no_free_seat");
    return spent.has(id) ? refusal("players_of_address", { players: 1 }) : undefined;
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
      awayTimes,
      iceServersFor: (id) => [{ urls: "turn:turn.example.org", username: id, credential: "x" }],
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
      refuseSeat,
      takeSeat(id) {
        seats.makePlayer(id);
        bots.fill();
      },
      giveBody,
      takeBody(id) {
        seats.takeBody(id);
        bots.fill();
      },
      freeToWatch: () => places.free("spectator"),
      standIn: (id, on) => bots.standIn(id, on),
      publish: () => calls.publish++,
    },
    { note: (part, error) => faults.push(`${part}: ${error}`) },
  );
  const loop = { time: 0, stepP95: 0, inputs: { takeQuickest: () => undefined } };
  const dispatch = new Dispatch(
    commands,
    commandRoom(world, state, loop, features, {
      audience: { follow: (id, target) => followed.set(id, target) },
      connections: () => ({ giveBody, dress: (id, wanted) => seats.dress(id, wanted) }),
    }),
    (id) => state.seats.get(id),
    () => clock.now,
  );
  return {
    clock,
    faults,
    sent,
    expelled,
    closed,
    reserved,
    followed,
    spent,
    places,
    bots,
    calls,
    world,
    state,
    seats,
    features,
    /** Somebody takes a seat and plays, or watches. */
    join(id: string, { guest = `guest-${id}`, address = "192.0.2.1", plays = true } = {}): void {
      const { latecomers } = features.all;
      if (plays && !latecomers.mustWait) seats.take(id, id, 0);
      else seats.sit(id, id, 0, plays ? "player" : "spectator");
      features.join({ id, guest, address });
      if (plays) latecomers.admit(id);
      bots.fill();
    },
    leave,
    /** Somebody's line is cut. */
    drop(id: string): void {
      Object.assign(state.seats.get(id) ?? {}, { connected: false });
      features.dropped(id);
    },
    /** They are back. */
    back(id: string): void {
      Object.assign(state.seats.get(id) ?? {}, { connected: true });
      features.back(id);
    },
    /** Passes so many ticks as the loop of a room does, or until `until` holds. Returns what happened. */
    pass(
      ticks: number,
      until: () => boolean = () => false,
      inputsNow = () => new Map<string, readonly PlayerInput[]>(),
    ): GameEvent[] {
      const all: GameEvent[] = [];
      for (let i = 0; i < ticks && !until(); i++) {
        const inputs = inputsNow();
        features.beforeStep(inputs);
        bots.think(world, inputs);
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
