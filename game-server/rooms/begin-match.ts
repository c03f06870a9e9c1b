import type { Room } from "@colyseus/core";
import { stepBySelf } from "#colyseus/server/own-steps.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { PUSH, TICK_RATE } from "#shared/tunables.ts";
import { Dispatch } from "../commands/dispatch.ts";
import { COMMANDS } from "../commands/table.ts";
import { commandRoom } from "./command-room.ts";
import { Connections, type ConnectionsOptions } from "./connections.ts";
import { fairTick } from "./fairness.ts";
import type { RoomFeatures } from "./features/room-features.ts";
import { createLagCompensation } from "./lag-compensation.ts";
import { MatchLoop, type MatchLoopOptions } from "./match-loop.ts";
import type { RoomDeps } from "./room-deps.ts";

/** The parts of a room that are there before anything moves in it, and what it does for those that begin now. */
export interface BeginOptions
  extends Pick<MatchLoopOptions, "world" | "bots" | "faults" | "stepClock" | "patchEvery">,
    Pick<ConnectionsOptions, "audience" | "seats" | "places" | "people" | "log"> {
  readonly room: Room & { state: ArenaState } & MatchLoopOptions["room"];
  readonly features: RoomFeatures;
  readonly deps: RoomDeps;
  /** How many may play. */
  readonly maxPlayers: number;
  /** Brings the number of bots to what is wanted and allowed now. */
  readonly refill: () => void;
  /** Tells the room list how the room is now. */
  readonly publish: () => void;
}

/** Begins the matches of a room: from here on it steps, and takes connections and commands. */
export function beginMatch(options: BeginOptions): { loop: MatchLoop; connections: Connections } {
  const { room, world, audience, deps, features, stepClock, refill, publish } = options;
  const rewind = room.allowRewindState({ maxRewindMs: PUSH.maxRewindMs });
  const sightsOf = createLagCompensation(rewind, room.state);
  stepClock.onStep = (interval, length) => deps.metrics.step(interval, length);
  stepBySelf(room, TICK_RATE);
  const loop = new MatchLoop({
    ...options,
    seats: options.maxPlayers,
    compensate: (inputs) => fairTick(inputs, () => sightsOf(world, inputs), deps.fairness),
    sendPatch: () => {
      deps.audit.note(room.roomId, room.state, audience.shownTo);
      room.broadcastPatch();
    },
    phaseChanged: publish,
  });
  const reach = { audience, connections: () => connections };
  const forCommands = commandRoom(world, room.state, loop, features, reach);
  const commands = new Dispatch(deps.commands ?? COMMANDS, forCommands, (id) => room.state.seats.get(id));
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
  return { loop, connections };
}
