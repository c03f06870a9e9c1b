import { PacketLog } from "./figure/packet-log.ts";
import type { Cost } from "./wire-cost.ts";

/** What went over a connection so far. Bytes count everything that `wire-cost.ts` counts. */
export interface WireTotals {
  requests: number;
  payloadUp: number;
  payloadDown: number;
  overheadUp: number;
  overheadDown: number;
}

/** One message as it really went. */
export interface SeenMessage extends Cost {
  /** Head of the request or response; undefined where a message has none. */
  readonly head: string | undefined;
  /** The first bytes of the payload. */
  readonly start: Uint8Array;
}

/** Bytes of a message that are kept to be shown. */
const SHOWN_BYTES = 12;

/** Counts requests and bytes of one connection, and keeps its last message of each direction to be shown. */
export class WireMeter {
  readonly totals: WireTotals = {
    requests: 0,
    payloadUp: 0,
    payloadDown: 0,
    overheadUp: 0,
    overheadDown: 0,
  };
  /** What came down, and what happened to it on a line that is simulated. */
  readonly packets = new PacketLog();
  lastUp: SeenMessage | undefined;
  lastDown: SeenMessage | undefined;

  request(): void {
    this.totals.requests += 1;
  }

  up(payload: Uint8Array, overhead: number, head?: string): void {
    this.totals.payloadUp += payload.length;
    this.totals.overheadUp += overhead;
    this.lastUp = seen(payload, payload.length, overhead, head);
  }

  down(payload: Uint8Array, overhead: number, head?: string): void {
    this.totals.payloadDown += payload.length;
    this.totals.overheadDown += overhead;
    this.lastDown = seen(payload, payload.length, overhead, head);
  }
}

function seen(bytes: Uint8Array, payload: number, overhead: number, head: string | undefined): SeenMessage {
  return { payload, overhead, head, start: bytes.slice(0, SHOWN_BYTES) };
}
