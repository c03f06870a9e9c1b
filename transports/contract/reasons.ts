/**
 * Why an end of a transport refuses, ends or chooses a connection, in English, by id. What travels is the id with its variables,
 * as in "connects_too_often?seconds=3": each reader makes a sentence of it, in its own language.
 */
export const TRANSPORT_REASONS = {
  // What came over a connection.
  too_many_messages: "This page sends too many messages.",
  asks_too_often: "This page asks the server too often.",
  not_ours: "This page sent something that the server does not understand.",
  no_frame: "This page sent something that is no WebSocket frame of ours.",
  message_too_large: "This page sent something too large.",
  not_handled: "The server could not handle what this page sent.",
  not_taken: "This page does not take what it is sent.",
  server_not_ours: "The server sent something that this page does not understand.",

  // A connection that is asked for.
  connects_too_often: "Your address connects too often. Please wait {{seconds}} s.",
  too_many_connections: "Your address holds too many connections.",
  no_seat: "There is no seat at that address.",
  seat_not_kept: "That seat is not kept any more.",
  no_seat_request: "That is no request for a seat: {{problem}}",
  no_connection: "There is no such connection.",
  too_often: "That is too often.",
  ack_needed: "The request needs ?ack=, the number of the last record that came.",
  no_batch: "That is no batch of this connection.",
  type_needed: 'This request needs a body with "Content-Type: {{types}}".',
  no_answer: "The server does not answer.",

  // A seat that is to move to another line.
  no_line: "There is no seat that could move to this connection.",
  move_too_slow: "The new connection was not ready in time.",
  moved_too_late: "Too much has happened since the old connection broke off.",
  moves_too_often: "This seat changes its connection too often.",

  // WebRTC.
  offers_too_often: "Too many tries. Wait {{seconds}} s.",
  no_offer: "That is not an offer of data channels for a seat.",
  offer_unusable: "The server can make no connection of that offer.",
  webrtc_full: "This server has all the WebRTC it can hold.",
  webrtc_missing: "This server does not offer WebRTC: {{problem}}",
  webrtc_not_offered: "The server does not offer WebRTC.",
  webrtc_not_begun: "The connection over WebRTC could not be begun: {{problem}}",
  webrtc_failed: "The connection over WebRTC could not be made.",
  webrtc_unreached:
    "No answer of the server came over UDP in {{seconds}} seconds. WebRTC needs it, and not every network lets it through. Choose another connection in the settings.",
  webrtc_unfinished:
    "The server was reached over UDP, but no connection was ready in {{seconds}} seconds: much is lost on the way. Try again, or choose another connection in the settings.",

  // Why the automatic choice is not WebSocket.
  no_websocket_so_sse: "This browser has no WebSocket, so the match comes over server-sent events.",
  no_websocket_so_polling:
    "This browser has no WebSocket and an event stream stayed empty, so the match comes over long polling.",
  websocket_closed_so_sse: "WebSocket could not be opened, so the match comes over server-sent events.",
  websocket_closed_so_polling:
    "WebSocket could not be opened and an event stream stayed empty, so the match comes over long polling.",
  websocket_silent_so_sse:
    "WebSocket brought nothing for {{seconds}} seconds, so the match comes over server-sent events.",
  websocket_silent_so_polling:
    "WebSocket brought nothing for {{seconds}} seconds and an event stream stayed empty, so the match comes over long polling.",

  // Why a seat has moved to another transport in mid-match.
  chosen: "You have chosen it.",
  losses_so_webrtc: "On WebSocket {{percent}} % of the states came late, so the match comes over WebRTC.",
  no_better_so_back:
    "Over WebRTC {{percent}} % of the states came late, which is no better, so the match comes over WebSocket again.",
  udp_silent_so_back: "WebRTC brought nothing for {{ms}} ms, so the match comes over WebSocket again.",
  webrtc_closed_so_back: "WebRTC broke off, so the match comes over WebSocket again.",
  cut_so_again: "The connection was cut, so the match comes over a new one.",
  cut_so_sse: "The connection was cut, so the match comes over server-sent events.",
  cut_so_polling: "The connection was cut, so the match comes over long polling.",
} as const;

/** The reasons that there are. */
export type ReasonId = keyof typeof TRANSPORT_REASONS;

type Names<Sentence> = Sentence extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

/** The variables of a reason as an argument, where there are some. */
export type ReasonArguments<Id extends ReasonId> = [Names<(typeof TRANSPORT_REASONS)[Id]>] extends [never]
  ? []
  : [variables: Readonly<Record<Names<(typeof TRANSPORT_REASONS)[Id]>, string | number>>];

/** Longest variable (characters) that travels. */
const MAX_VARIABLE = 80;

/** The text in which a reason travels, as in "connects_too_often?seconds=3". */
export function reason<Id extends ReasonId>(id: Id, ...variables: ReasonArguments<Id>): string {
  const pairs = Object.entries(variables[0] ?? {}).map(
    ([name, value]) => `${name}=${encodeURIComponent(String(value).slice(0, MAX_VARIABLE))}`,
  );
  return pairs.length === 0 ? id : `${id}?${pairs.join("&")}`;
}

/** What a refused request is answered: the reason as a page reads it, and an English sentence for people and their programs. */
export interface ReasonBody {
  readonly error: string;
  readonly sentence: string;
}

/** The body of a refused request. */
export function reasonBody<Id extends ReasonId>(id: Id, ...variables: ReasonArguments<Id>): ReasonBody {
  const said = new Map(Object.entries(variables[0] ?? {}));
  const sentence = TRANSPORT_REASONS[id].replace(/\{\{(\w+)\}\}/g, (_, name) => String(said.get(name)));
  return { error: reason(id, ...variables), sentence };
}
