import type { Room } from "@colyseus/core";
import { stepBySelf } from "#colyseus/server/own-steps.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { PUSH, TICK_RATE } from "#shared/tunables.ts";
import { Dispatch } from "../commands/dispatch.ts";
import { COMMANDS } from "../commands/table.ts";
import type { AdmittedOptions } from "../matchmaking/seat.ts";
import type { BotCrew } from "./bot-crew.ts";
import { commandRoom } from "./command-room.ts";
import { Connections, type ConnectionsOptions } from "./connections.ts";
import { fairTick } from "./fairness.ts";
import type { RoomFeatures } from "./features/room-features.ts";
import { createLagCompensation } from "./lag-compensation.ts";
import type { Listing } from "./listing.ts";
import { MatchLoop, type MatchLoopOptions } from "./match-loop.ts";
import type { RoomDeps } from "./room-deps.ts";
import { Moving } from "./snapshot/moving.ts";
import { restoreRoom, type SavedRoom } from "./snapshot/snapshot.ts";

/** The parts of a room that are there before anything moves in it, and what it does for those that begin now. */
export interface BeginOptions
  extends Pick<MatchLoopOptions, "world" | "faults" | "stepClock">,
    Pick<ConnectionsOptions, "audience" | "seats" | "places" | "people" | "log"> {
  readonly room: Room & { state: ArenaState } & MatchLoopOptions["room"];
  /** What the room was created with. */
  readonly created: AdmittedOptions;
  /** Of a room that goes on here: how it was. */
  readonly saved: SavedRoom | undefined;
  readonly bots: BotCrew;
  readonly features: RoomFeatures;
  readonly deps: RoomDeps;
  /** Brings the number of bots to what is wanted and allowed now. */
  readonly refill: () => void;
  /** Tells the room list how the room is now. */
  readonly listing: Listing;
}

/** What begins with the matches of a room. */
export interface Begun {
  readonly loop: MatchLoop;
  readonly connections: Connections;
  readonly moving: Moving;
}

/**
 * Begins the matches of a room, or goes on with them: from here on it steps, and takes connections and commands.
 * @throws ServerError that says what is broken in a saved room
 */
export function beginMatch(options: BeginOptions): Begun {
  const { room, created, saved, world, audience, deps, features, stepClock, listing, refill } = options;
  const publish = () => listing.publish();
  const rewind = room.allowRewindState({ maxRewindMs: PUSH.maxRewindMs });
  const sightsOf = createLagCompensation(rewind, room.state);
  stepClock.onStep = (interval, length) => deps.metrics.step(interval, length);
  stepBySelf(room, TICK_RATE);
  const loop = new MatchLoop({
    ...options,
    seats: created.maxPlayers,
    patchEvery: TICK_RATE / created.netRate,
    // Its people are about to come back.
    rests: saved !== undefined,
    compensate: (inputs) => fairTick(inputs, () => sightsOf(world, inputs), deps.fairness),
    sendPatch: () => {
      deps.audit.note(room.roomId, room.state, audience.shownTo);
      room.broadcastPatch();
    },
    phaseChanged: publish,
  });
  const reach = { audience, connections: () => connections };
  const forCommands = commandRoom(world, room.state, loop, features, reach);
  const commands = new Dispatch(deps.commands ?? COMMANDS, forCommands, (id) =>
    loop.isStopped ? undefined : room.state.seats.get(id),
  );
  commands.listen(room);
  const connections = new Connections({
    ...options,
    receive: (client) => loop.receive(client, deps.fairness?.bounds === false),
    rest: (id) => loop.inputs.rest(id),
    changed: () => {
      refill();
      publish();
    },
    forget: (id) => {
      loop.inputs.forget(id);
      commands.forget(id);
    },
  });
  const { roomId: code, state } = room;
  const { seats, bots } = options;
  const parts = {
    code,
    options: created,
    world,
    state,
    seats,
    bots,
    features,
    connections,
    inputs: loop.inputs,
  };
  if (saved !== undefined) {
    restoreRoom(parts, saved);
    deps.metrics.cluster.passed("in");
  }
  return { loop, connections, moving: new Moving({ room, saved: parts, loop, connections, listing }) };
}
