import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { z } from "zod";

const Victim = z.object({
  patches: z.number(),
  /** Most ticks from one patch to the next. */
  largestGap: z.number(),
  /** The code of the close; null while the player is in. */
  left: z.number().nullable(),
  /** Percentiles of the time between patches (ms). */
  p50: z.number(),
  p99: z.number(),
});
export type Victim = z.infer<typeof Victim>;
const Room = z.object({ room: z.string() });
const Report = z.object({ victims: z.array(Victim) });

/** Honest players, over WebSocket and long polling, in one room. */
export class Victims {
  readonly #child: ChildProcess;
  /** Code of the room that they play in. */
  readonly room: string;

  private constructor(child: ChildProcess, room: string) {
    this.#child = child;
    this.room = room;
  }

  static async join(port: number): Promise<Victims> {
    const child = fork(join(import.meta.dirname, "victims-process.ts"), [String(port)], { execArgv: [] });
    const [message] = await once(child, "message");
    return new Victims(child, Room.parse(message).room);
  }

  /** How they do. */
  async report(): Promise<Victim[]> {
    this.#child.send("report");
    const [message] = await once(this.#child, "message");
    return Report.parse(message).victims;
  }

  async stop(): Promise<void> {
    this.#child.kill("SIGKILL");
    await once(this.#child, "exit");
  }
}
