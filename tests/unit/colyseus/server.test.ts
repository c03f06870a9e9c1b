import { EventEmitter } from "node:events";
import { readFile } from "node:fs/promises";
import {
  type Client,
  CloseCode,
  connectClientToRoom,
  createAuthContext,
  ErrorCode,
  matchMaker,
  Protocol,
  Room,
  SchemaSerializer,
} from "@colyseus/core";
import { type Schema, StateView, schema, t } from "@colyseus/schema";
import { WebSocketClient } from "@colyseus/ws-transport";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChanged } from "#colyseus/server/changed-fields.ts";
import { forgetHeldBack, hasConfirmed } from "#colyseus/server/confirmation.ts";
import { sendFullState } from "#colyseus/server/full-state.ts";
import { refIdOf } from "#colyseus/server/ids.ts";
import { inputBufferOf } from "#colyseus/server/inputs.ts";
import { localRoom } from "#colyseus/server/local-room.ts";
import { stepBySelf } from "#colyseus/server/own-steps.ts";
import { seatRefusal } from "#colyseus/server/refusals.ts";
import { Close, SEAT_EXPIRED } from "#transports/contract/close-codes.ts";
import manifest from "../../../package.json" with { type: "json" };

/** The versions whose insides these tests know. */
const KNOWN = {
  "@colyseus/core": "0.18.17",
  "@colyseus/schema": "5.0.34",
  "@colyseus/ws-transport": "0.18.4",
};
/** What to do when one of these fails. */
const HINT = `Colyseus is no longer as we know it from ${Object.entries(KNOWN).join(" and ").replaceAll(",", " ")}: mend colyseus/server`;

const Thing = schema({ x: t.number().default(0) }, "ContractThing");
const State = schema({ things: t.map(Thing) }, "ContractState");
const Input = schema({ tick: t.uint32().default(0) }, "ContractInput");

class ContractRoom extends Room<{ state: InstanceType<typeof State>; input: InstanceType<typeof Input> }> {
  override maxClients = 1;
  override state = new State();
  override inputs = this.defineInput(Input, { seqField: "tick" });
}

/** A serializer whose encoder a test looks at. */
class OpenSerializer extends SchemaSerializer<InstanceType<typeof State>> {
  declare encoder: SchemaSerializer<InstanceType<typeof State>>["encoder"];
}

let room: ContractRoom;
beforeAll(async () => {
  await matchMaker.setup();
  await matchMaker.accept(true);
  matchMaker.defineRoomType("contract", ContractRoom);
  const { roomId } = await matchMaker.createRoom("contract", {});
  const made = localRoom(roomId);
  if (!(made instanceof ContractRoom)) throw new Error("The room was not made.");
  room = made;
});
afterAll(() => matchMaker.gracefullyShutdown());

/** A client as the transports make it, on a socket that keeps what it is sent. */
function connect(sessionId = "contract"): { client: WebSocketClient; sent: Uint8Array[] } {
  const sent: Uint8Array[] = [];
  const socket = Object.assign(new EventEmitter(), {
    readyState: 1,
    send: (frame: Uint8Array) => sent.push(Uint8Array.from(frame)),
    close() {},
    terminate() {},
  });
  return { client: new WebSocketClient(sessionId, socket as never), sent };
}

describe("Colyseus", () => {
  it("is the version whose insides we know", async () => {
    for (const [name, version] of Object.entries(KNOWN)) {
      expect(manifest.dependencies, HINT).toHaveProperty([name], version);
      const installed = JSON.parse(await readFile(`node_modules/${name}/package.json`, "utf8"));
      expect(installed.version, HINT).toBe(version);
    }
  });

  it("steps rooms by a timer that can be taken away", () => {
    stepBySelf(room, 50);
    expect(Reflect.get(room, "_simulationInterval"), HINT).toBeDefined();
    expect(Reflect.get(room, "_simulationInterval")?._destroyed, HINT).toBe(true);
    expect(room.patchRate).toBeNull();
  });

  it("can send a client the whole state, and does so only to those who are in", () => {
    expect(Reflect.get(Room.prototype, "sendFullState"), HINT).toBeTypeOf("function");
    const { client, sent } = connect();
    expect(sendFullState(room, client as unknown as Client)).toBe(false);
    expect(sent).toEqual([]);
    client.state = 1;
    expect(sendFullState(room, client as unknown as Client), HINT).toBe(true);
    expect((sent[0]?.[0] ?? 0) & 0x1f, HINT).toBe(Protocol.ROOM_STATE);
  });

  it("holds back what a page is told until it has said that it is in", () => {
    const { client } = connect();
    expect(hasConfirmed(client as never), HINT).toBe(false);
    forgetHeldBack(client as never);
    expect(hasConfirmed(client as never)).toBe(true);
  });

  it("keeps the inputs of a client in a buffer that numbers are asked of first", async () => {
    const { client } = connect();
    expect(() => inputBufferOf(client as unknown as Client)).toThrow("takes no inputs");
    const { sessionId } = await matchMaker.joinById(room.roomId, {});
    const { client: seated } = connect(sessionId);
    await connectClientToRoom(room, seated, createAuthContext({ headers: new Headers() }), {});
    const buffer = inputBufferOf(seated as unknown as Client);
    expect(buffer.accept(1), HINT).toBe(true);
    expect(buffer.accept(1), HINT).toBe(false);
    expect(buffer.push, HINT).toBeTypeOf("function");
  });

  it("numbers what is in a state, and lists what has changed of it", () => {
    const serializer = new OpenSerializer();
    const state = new State();
    const thing = new Thing();
    expect(refIdOf(thing as Schema)).toBeUndefined();
    serializer.reset(state);
    state.things.set("a", thing);
    expect(refIdOf(thing as Schema), HINT).toBeTypeOf("number");
    const { encoder } = serializer;
    encoder.encode({ offset: 0 });
    encoder.discardChanges();
    expect(hasChanged(thing as Schema), HINT).toBe(false);
    thing.x = 1;
    expect(hasChanged(thing as Schema), HINT).toBe(true);
    expect(encoder.root.changes.next?.changeTree, HINT).toBeDefined();
    expect(new StateView().changes.size, HINT).toBe(0);
  });

  it("says in texts why it gives no seat", async () => {
    const failure = async (ask: Promise<unknown>): Promise<unknown> => {
      try {
        await ask;
        return undefined;
      } catch (error) {
        return error;
      }
    };
    const { controller } = matchMaker;
    const join = (id: string) => failure(controller.invokeMethod("joinById", id, {}));
    expect(seatRefusal(await join("nowhere")), HINT).toBe("gone");
    const token = failure(controller.invokeMethod("reconnect", room.roomId, { reconnectionToken: "x" }));
    expect(seatRefusal(await token), HINT).toBe("token");
    expect(seatRefusal(await join(room.roomId)), HINT).toBe("taken");
    expect(seatRefusal(new Error("not found"))).toBeUndefined();
  });

  it("is not asked for rooms whose id every object has", () => {
    expect(localRoom("__proto__")).toBeUndefined();
    expect(localRoom("constructor")).toBeUndefined();
    expect(localRoom(room.roomId)).toBe(room);
  });

  it("has the frames and codes that its pages have", () => {
    expect(Protocol, HINT).toMatchObject({
      JOIN_ROOM: 10,
      ERROR: 11,
      LEAVE_ROOM: 12,
      ROOM_DATA: 13,
      ROOM_STATE: 14,
      ROOM_STATE_PATCH: 15,
      PING: 18,
      ROOM_INPUT_RELIABLE: 19,
      ROOM_INPUT_UNRELIABLE: 20,
    });
    expect(CloseCode, HINT).toMatchObject({
      CONSENTED: 4000,
      SERVER_SHUTDOWN: 4001,
      WITH_ERROR: 4002,
      FAILED_TO_RECONNECT: 4003,
      MAY_TRY_RECONNECT: 4010,
    });
    expect(Close.FAILED_TO_RECONNECT, HINT).toBe(CloseCode.FAILED_TO_RECONNECT);
    expect(Close.MAY_TRY_RECONNECT, HINT).toBe(CloseCode.MAY_TRY_RECONNECT);
    expect(SEAT_EXPIRED, HINT).toBe(ErrorCode.MATCHMAKE_EXPIRED);
  });
});
