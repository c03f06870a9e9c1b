import { connectClientToRoom, createAuthContext, matchMaker } from "@colyseus/core";
import { WebSocketClient } from "@colyseus/ws-transport";
import { loadArenas } from "#server/arenas.ts";
import { COMMANDS } from "#server/commands/table.ts";
import { parseJoinOptions } from "#server/matchmaking/join-options.ts";
import { RoomBoard } from "#server/matchmaking/room-board.ts";
import { createLog } from "#server/observability/log.ts";
import { Metrics } from "#server/observability/metrics.ts";
import { StateAudit } from "#server/observability/state-audit.ts";
import { protocolOf } from "#server/protocol.ts";
import { ArenaRoom } from "#server/rooms/arena-room.ts";
import type { Fairness } from "#server/rooms/fairness.ts";
import type { AwayTimes } from "#server/rooms/features/feature.ts";
import { StepWheel } from "#server/rooms/step-wheel.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { ROOM } from "#shared/messages.ts";
import { PICKUP_NAMES } from "#shared/simulation/pickups/table.ts";
import type { TickInput } from "#shared/simulation/tick-input.ts";
import type { World } from "#shared/simulation/types.ts";
import { TICK_MS } from "#shared/tunables.ts";
import { seatOfAddress, seatRequestOf } from "#transports/contract/seat-request.ts";
import { Reception } from "#transports/pipeline/admit.ts";
import { FrameRules, isInputFrame } from "#transports/pipeline/frames.ts";
import { TransportMeter } from "#transports/pipeline/meter.ts";
import { noLimits } from "./no-limits.ts";
import type { Call } from "./virtual-datagrams.ts";
import type { Accept } from "./virtual-line.ts";
import type { ServerEnd } from "./virtual-socket.ts";

/** Code of the only room. */
const CODE = "VIRT";

export interface VirtualServerOptions {
  arena: Arena;
  seed: number;
  /** Join options of the room. */
  room?: object;
  /** Without it, all the rules for late players apply. */
  fairness?: Fairness;
  /** How long somebody may do nothing. */
  awayTimes?: AwayTimes;
  /** Called after each step with the world as it is. */
  onStep?(world: World, tick: TickInput): void;
}

/** A real room of the real server, without sockets around it. */
export class VirtualServer {
  readonly room: ArenaRoom;
  readonly arenas: ReadonlyMap<string, Arena>;
  readonly #options: ReturnType<typeof parseJoinOptions>;
  readonly #seatRequest = seatRequestOf({ isRoomId: (id) => id === CODE });
  /** Takes in pages whose seats can move. */
  readonly #reception = new Reception(
    {
      rules: new FrameRules(protocolOf(COMMANDS)),
      log: createLog("silent"),
      meterOf: () => new TransportMeter(),
      expelled() {},
      moved() {},
    },
    Number.MAX_SAFE_INTEGER,
  );

  private constructor(
    room: ArenaRoom,
    arenas: ReadonlyMap<string, Arena>,
    options: ReturnType<typeof parseJoinOptions>,
  ) {
    this.room = room;
    this.arenas = arenas;
    this.#options = options;
  }

  static async start(wanted: VirtualServerOptions): Promise<VirtualServer> {
    const { arena, seed, room = {}, fairness, awayTimes, onStep } = wanted;
    const arenas = new Map([...loadArenas(), [arena.id, arena]]);
    const deps = {
      arenas,
      log: createLog("silent"),
      metrics: new Metrics(() => ({ rooms: 1, people: 0, bots: 0 })),
      wheel: new StepWheel(TICK_MS),
      audit: new StateAudit(),
      ...noLimits(),
      board: new RoomBoard(),
      slowStepMs: 0,
      freeCode: async () => CODE,
      seed: () => seed,
      ...(fairness === undefined ? {} : { fairness }),
      ...(awayTimes === undefined ? {} : { awayTimes }),
      ...(onStep === undefined ? {} : { onStep }),
    };
    await matchMaker.setup();
    await matchMaker.accept(true);
    matchMaker.defineRoomType(
      ROOM,
      class extends ArenaRoom {
        override readonly deps = deps;
      },
    );
    const options = parseJoinOptions({ bots: 0, pickupsOff: PICKUP_NAMES, ...room, arena: arena.id });
    const { roomId } = await matchMaker.createRoom(ROOM, options);
    const local = matchMaker.getLocalRoomById(roomId);
    if (!(local instanceof ArenaRoom)) throw new Error("The room was not made.");
    return new VirtualServer(local, arenas, options);
  }

  /** A seat for somebody who is to come. */
  reserve(name: string) {
    return matchMaker.joinById(this.room.roomId, { ...this.#options, name });
  }

  /** Lets a connection in, as the WebSocket transport does. */
  readonly accept: Accept = async (url: URL, end: ServerEnd) => {
    const query = url.searchParams;
    if (query.has("line")) {
      const seat = seatOfAddress(`${url.pathname}${url.search}`, this.#seatRequest);
      if (seat !== undefined) this.#reception.connect(end, { transport: "websocket", address: "here" }, seat);
      return;
    }
    inputsApart(end);
    const client = new WebSocketClient(query.get("sessionId") ?? "", end as never);
    const reconnectionToken = query.get("reconnectionToken");
    try {
      await connectClientToRoom(this.room, client, createAuthContext({ headers: {} }), {
        ...(reconnectionToken === null ? {} : { reconnectionToken }),
        skipHandshake: query.has("skipHandshake"),
      });
    } catch (error) {
      client.error(0, String(error), () => {});
      end.close(4003, String(error));
    }
  };

  /** Lets a connection in, as the WebRTC transport does. */
  readonly call: Call = (body, peer) => {
    const { sdp: _, ...seat } = JSON.parse(body);
    this.#reception.connect(peer, { transport: "webrtc", address: "here" }, this.#seatRequest.parse(seat));
  };

  async stop(): Promise<void> {
    await matchMaker.gracefullyShutdown();
  }
}

/** Emits inputs as an event of their own, as the guard does that is in front of each connection. */
function inputsApart(end: ServerEnd): void {
  const emit = end.emit.bind(end);
  end.emit = (event, ...values) => {
    const [frame] = values;
    const isInput = event === "message" && frame instanceof Uint8Array && isInputFrame(frame);
    return emit(isInput ? "input" : event, ...values);
  };
}
