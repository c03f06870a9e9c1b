import { ALL_REFUSALS } from "#player/refusals.ts";
import { inEnglish, readRefusal } from "#shared/refusals/refusal.ts";

/** Words for the codes with which a connection may end. */
const CLOSED: Readonly<Record<number, string>> = {
  1000: "The server ended the connection normally.",
  1001: "The server went away.",
  1005: "The connection ended without a reason.",
  1006: "The connection was cut.",
  4000: "The server ended the connection.",
  4001: "The server went down.",
  4002: "The server ended the connection because of an error",
  4003: "The connection could not be restored",
};

/** Words for what a network says, by the codes of the operating system. */
const NETWORK: Readonly<Record<string, string>> = {
  ECONNREFUSED: "Nobody answers at that address: is the server running there?",
  ENOTFOUND: "There is no host of that name.",
  EAI_AGAIN: "The name of the host cannot be looked up just now.",
  ECONNRESET: "The server cut the connection while it was asked.",
  EPIPE: "The server cut the connection while it was asked.",
  ETIMEDOUT: "The server did not answer in time.",
  UND_ERR_CONNECT_TIMEOUT: "The server did not answer in time.",
  UND_ERR_HEADERS_TIMEOUT: "The server did not answer in time.",
  UND_ERR_SOCKET: "The server cut the connection while it was asked.",
  EMFILE: "This machine has no file descriptors left: raise the limit (ulimit -n) or use more --workers.",
  EADDRNOTAVAIL: "This machine has no ports left for more connections to that address.",
};

const SEATS = "The server's MAX_RESERVATIONS_PER_ADDRESS is too small for this test.";
const CHARACTERS = "The server's MAX_CHARACTERS_PER_ADDRESS or MAX_CHARACTERS is too small for this test.";

/** Why a connection ended, as a sentence that is the same for all that ended alike. */
export function explainClose(code: number, reason: string | undefined): string {
  const words = CLOSED[code] ?? `The connection ended with code ${code}`;
  return reason === undefined || reason === ""
    ? words
    : `${words.replace(/\.$/, "")}: ${inEnglish(reason, ALL_REFUSALS, () => "…")}`;
}

/** What went wrong while joining, as a sentence that is the same for all that failed alike. */
export function explainFailure(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = "code" in cause ? String(cause.code) : "";
    const words = NETWORK[code];
    if (words !== undefined) return words;
    if (code === "EPROTO" || /not valid JSON|Unexpected token/.test(cause.message)) {
      return "What answers at that address is no Pushback server.";
    }
  }
  const deepest = error instanceof Error && error.message === "fetch failed" ? (error.cause ?? error) : error;
  const message = deepest instanceof Error ? deepest.message : String(deepest);
  if (message === "" || message === "undefined") return "The connection was cut while joining.";
  return withHint(message);
}

/** What to do about refusals that have a reason in the server's settings. */
const HINTS: Readonly<Record<string, string>> = {
  joins_too_often: "The server's MAX_JOINS_PER_MINUTE is too small for this test.",
  rooms_too_often: "The server's MAX_ROOMS_PER_MINUTE is too small for this test.",
  rooms_of_address: "The server's MAX_ROOMS_PER_ADDRESS is too small for this test.",
  seats_waiting: SEATS,
  seats_lapsed: SEATS,
  last_seat: SEATS,
  players_of_address: CHARACTERS,
  bots_of_address: CHARACTERS,
  bots_of_server: CHARACTERS,
  players_full: "Its MAX_CHARACTERS is reached.",
  rooms_full: "Its MAX_ROOMS is reached.",
};

/** Rooms, numbers and waiting times differ from one to the next; what is to be done does not. */
function withHint(message: string): string {
  const sentence = inEnglish(message, ALL_REFUSALS, () => "…");
  const hint = HINTS[readRefusal(message, ALL_REFUSALS)?.id ?? ""];
  return hint === undefined ? sentence : `${sentence} (${hint})`;
}
