/** How long (ms) the server holds a request of long polling when there is nothing to tell. */
export const HOLD_MS = 5000;
/** The player's end asks at least this often (ms), so that the server knows that it is there. */
export const KEEP_ALIVE_MS = 2000;
/** Without a request for this long (ms) the server gives a player up: a dead peer is found within 10 s. */
export const SILENCE_MS = 8000;
/** A request that is not answered for this long (ms), beyond the time that it is meant to be held, is lost. */
export const ANSWER_MS = 4000;
/** The request that opens a connection may take this long (ms): there is no other try after it. */
export const OPEN_MS = 10_000;
/**
 * For this long (ms) a player's end goes on asking a server that takes requests and does not answer. Whoever
 * watches the game itself gives up long before.
 */
export const STALL_MS = 40_000;
/** Pause (ms) before a request that failed is repeated. */
export const RETRY_MS = 250;
/** Period (ms) of polling, unless somebody wants another one. */
export const POLL_MS = 100;
/** The shortest period (ms) that the server bears, and the longest that it does not take for a dead peer. */
export const MIN_POLL_MS = 20;
export const MAX_POLL_MS = 5000;
/** Most bytes of records that one request carries to the server. */
export const REQUEST_BYTES = 8 * 1024;
/** Bytes received for which the server is told that they have arrived, although there is nothing else to say. */
export const ACK_BYTES = 16 * 1024;
