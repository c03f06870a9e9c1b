import { CloseCode, ErrorCode } from "#player/colyseus/close-codes.ts";
import { TRANSPORT_WORDS, type TransportName } from "#transports/contract/names.ts";
import { TransportTrouble } from "../transports/trouble.ts";

/** What the page says, and whether trying again makes sense. */
export interface Explanation {
  title: string;
  text: string;
  retry: boolean;
  /** The transport that may work where the chosen one does not. */
  instead?: TransportName;
}

/** What a browser cannot do, and what that means for the player. */
export const LACK_WORDS = {
  sound: "This browser has no Web Audio, so the game is silent.",
  webgl: "This browser offers no WebGL, so the picture is drawn without its finest effects.",
  threads: "This browser has no worker threads, so the picture may stand still while a match begins.",
  storage: "This browser keeps nothing for this page: your name, look and settings last until you close it.",
  gamepads:
    "This browser keeps gamepads from this page. Some do that wherever the address does not begin with https.",
} as const;
export type Lack = keyof typeof LACK_WORDS;

/** Why a connection ended, in words; undefined when the player left on purpose. */
export function explainClose(code: number, reason: string | undefined): Explanation | undefined {
  switch (code) {
    case CloseCode.CONSENTED:
      return undefined;
    case CloseCode.SERVER_SHUTDOWN:
    case CloseCode.GOING_AWAY:
      return {
        title: "The server is going down",
        text: "It said good-bye properly: somebody is restarting or closing it. Try again in a moment.",
        retry: true,
      };
    case CloseCode.WITH_ERROR:
      return {
        title: "The server ended the connection",
        text: reason || "It got messages from this page that it could not accept.",
        retry: true,
      };
    case CloseCode.NORMAL_CLOSURE:
      return {
        title: "This room is closed",
        text: reason || "The match here is over for good.",
        retry: false,
      };
    default:
      return {
        title: "The connection is lost",
        text: "The server did not answer in time, and your seat has been given up.",
        retry: true,
      };
  }
}

/** Why joining failed, in words. */
export function explainFailure(error: unknown): Explanation & { code: number } {
  const code = errorCode(error);
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof TransportTrouble) return { code, ...explainTrouble(error) };
  if (code === 0) {
    return {
      code,
      title: "The server does not answer",
      text: "Perhaps it is restarting, or your network is down. Nothing is lost: try again.",
      retry: true,
    };
  }
  if (message === "") {
    return {
      code,
      title: "That did not work",
      text: "The connection was cut while you were joining. Nothing is lost: try again.",
      retry: true,
    };
  }
  return { code, title: "That did not work", text: message, retry: code >= 500 || code === 429 };
}

function explainTrouble({ transport, instead, message, passes }: TransportTrouble): Explanation {
  const name = TRANSPORT_WORDS[transport];
  return {
    title: `No connection over ${name}`,
    text: `${message} The game plays over ${TRANSPORT_WORDS[instead]} too.`,
    retry: passes,
    instead,
  };
}

/** Whether the server says that a seat or room is gone for good, and not only out of reach just now. */
export function isGone(error: unknown): boolean {
  const code = errorCode(error);
  return code === 404 || code === 410 || code === ErrorCode.MATCHMAKE_EXPIRED;
}

/** The code that the server gave its refusal; 0 when there was no answer at all. */
function errorCode(error: unknown): number {
  if (typeof error !== "object" || error === null || !("code" in error)) return 0;
  return typeof error.code === "number" ? error.code : 0;
}
