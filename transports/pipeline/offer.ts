import { Close } from "../contract/close-codes.ts";
import { reason } from "../contract/reasons.ts";
import type { NumberedFrames } from "../moving/numbered-frames.ts";
import { decodeRecord, encodeRecord } from "../moving/record.ts";
import type { Line } from "./line.ts";

/** Time (ms) that a page has to say over a new line what it has: several round trips of the worst lines. */
const ANSWER_MS = 8000;

/** A line to which a page wants to move its seat, until it has said what it has. */
export class Offer {
  readonly line: Line;
  readonly #frames: NumberedFrames;
  /** What this end had when it said so: the first frame of the page over this line is the next one. */
  readonly #said: number;
  readonly #deadline: NodeJS.Timeout;

  /** @param agreed Told of the frames that the page does not have, and of how many of those that it will send came already. */
  constructor(
    line: Line,
    frames: NumberedFrames,
    agreed: (missing: readonly Uint8Array[], countKnown: () => number) => void,
  ) {
    this.line = line;
    this.#frames = frames;
    this.#said = frames.received;
    this.#deadline = setTimeout(() => this.end(), ANSWER_MS).unref();
    line.peer.once("close", () => clearTimeout(this.#deadline));
    line.receive = (bytes) => {
      const number = decodeRecord(bytes);
      const missing = number === undefined ? undefined : frames.since(number);
      if (missing === undefined) {
        this.#refuse(reason(number === undefined ? "not_ours" : "moved_too_late"));
        return;
      }
      clearTimeout(this.#deadline);
      agreed(missing, () => this.#frames.received - this.#said);
    };
    line.send(encodeRecord(this.#said));
  }

  /** Lets go of it. */
  end(): void {
    clearTimeout(this.#deadline);
    this.line.receive = ignore;
    this.line.peer.terminate();
  }

  #refuse(why: string): void {
    this.line.receive = ignore;
    this.line.peer.close(Close.MOVE_REFUSED, why);
  }
}

/** What comes over a line that is not used is not listened to. */
export const ignore = (): void => {};
