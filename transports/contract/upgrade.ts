import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

/** Why an upgrade is refused: an HTTP status, the reason as it travels, and an English sentence. */
export interface UpgradeRefusal {
  status: number;
  error: string;
  sentence: string;
}

/** A condition that an upgrade must meet. Returns why it does not, or undefined. */
export type UpgradeCheck = (request: IncomingMessage, socket: Duplex) => UpgradeRefusal | undefined;
