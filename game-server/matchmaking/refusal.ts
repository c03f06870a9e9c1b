import type { RefusalReason } from "../observability/metrics.ts";

/** A refusal: HTTP status, a sentence for the player, and what it is counted as. */
export class Refusal extends Error {
  readonly status: number;
  readonly reason: RefusalReason;
  /** What the SDK reports; the status unless a page has to tell this refusal from others. */
  readonly code: number;

  constructor(status: number, reason: RefusalReason, message: string, code = status) {
    super(message);
    this.status = status;
    this.reason = reason;
    this.code = code;
  }
}
