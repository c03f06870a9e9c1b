import { io, type Socket } from "socket.io-client";
import { TICK_MS } from "#shared/tunables.ts";
import { readControlState } from "../control/state.ts";
import { monotonicMs } from "../monotonic.ts";
import type { JoinRequest } from "../protocol.ts";
import type { LabPlayer } from "./lab-player.ts";
import { Recorder } from "./recorder.ts";

/** Longest time (ms) that connecting may take. */
const JOIN_LIMIT_MS = 25_000;

/** A client of the control: sends an input of the game's size per tick and takes in states. */
export class ControlPlayer implements LabPlayer {
  readonly recorder = new Recorder();
  readonly room = "control";
  readonly connectMs: number;
  readonly #socket: Socket;
  readonly #inputBytes: number;
  #inputs = 0;
  #nextMs = Number.NaN;

  private constructor(socket: Socket, seat: number, inputBytes: number, connectMs: number) {
    this.#socket = socket;
    this.#inputBytes = inputBytes;
    this.connectMs = connectMs;
    socket.on("state", (bytes: Buffer) => {
      this.recorder.messageDown(bytes.length);
      const { version, ack } = readControlState(bytes, seat);
      this.recorder.state(version, ack);
    });
    socket.on("disconnect", () => this.recorder.dropped());
  }

  /** Connects. @throws Error when that fails or takes too long. */
  static async join({ way, origin, payload }: JoinRequest): Promise<ControlPlayer> {
    const transports = [way === "socket.io-polling" ? "polling" : "websocket"];
    const from = monotonicMs();
    const socket = io(origin, { transports, forceNew: true, reconnection: false });
    try {
      return await new Promise((resolve, reject) => {
        let seat = -1;
        socket.once("seat", (given: number) => {
          seat = given;
        });
        socket.once("state", () =>
          resolve(new ControlPlayer(socket, seat, payload.up, monotonicMs() - from)),
        );
        socket.once("connect_error", reject);
        AbortSignal.timeout(JOIN_LIMIT_MS).onabort = () => reject(new Error("socket.io did not connect."));
      });
    } catch (error) {
      socket.disconnect();
      throw error;
    }
  }

  pass(nowMs: number): void {
    if (Number.isNaN(this.#nextMs) || nowMs - this.#nextMs > 10 * TICK_MS) this.#nextMs = nowMs;
    for (; this.#nextMs <= nowMs; this.#nextMs += TICK_MS) {
      this.#inputs += 1;
      const input = Buffer.alloc(this.#inputBytes);
      input.writeUInt32LE(this.#inputs, 0);
      this.recorder.sent();
      this.recorder.messageUp(input.length);
      this.#socket.emit("input", input);
    }
  }

  async leave(): Promise<void> {
    this.#socket.disconnect();
  }
}
