import type { GameEvent } from "./simulation/types.ts";

/** Name of the room type. */
export const ROOM = "arena";

/** Messages from the server to the page, by name. Answers to commands have the name of the command. */
export const ServerMessage = {
  /** `EventBatch`: what happened since the last patch; follows that patch. */
  Events: "events",
  /** `SpotsMessage`, every now and then on huge arenas. */
  Spots: "spots",
  /** `ChatMessage`: what was said. */
  Chat: "chat",
  /** `EmoteMessage`: somebody shows an emote. */
  Emote: "emote",
  /** `VoiceMessage` in `voice.ts`: who has voice on, and what their pages say to each other to connect. */
  Voice: "voice",
  /** `NoticeMessage`: something that people in the room are to know. */
  Notice: "notice",
  /** `IdentityMessage`: what proves the next time that this guest is the same. */
  Identity: "identity",
  /** `RefusedMessage`: a command of this page was not done. */
  Refused: "refused",
  /** `ResultsMessage`: what everybody did in the match that has just ended; to newcomers as well while the results are shown. */
  Results: "results",
} as const;

/** What happened since the last patch; each event says in which step. */
export interface EventBatch {
  events: GameEvent[];
}

/** Where everybody is, roughly: see `unpackSpots`. */
export interface SpotsMessage {
  spots: Uint8Array;
}

/** Something that people in a room are to know. */
export interface NoticeMessage {
  /** As `refusal` in `refusals/` writes it: an id and its variables. */
  text: string;
}

/** A token that is to be kept, and to be given as the join option `token`; nobody else may see it. */
export interface IdentityMessage {
  token: string;
}

/** Why a command was not done. */
export interface RefusedMessage {
  command: string;
  /** A refusal, as `refusal` in `refusals/` writes it. */
  why: string;
}

/** What somebody did in a match. */
export interface ResultsLine {
  /** Session id. They may have left since, so the name is told as well. */
  readonly id: string;
  readonly name: string;
  /** Others who fell to them. */
  readonly knockouts: number;
  readonly falls: number;
  /** Pushes thrown back by a brace just in time. */
  readonly parries: number;
  /**
   * Longest flight (tiles, to a tenth): the straight way from where a push, a dash, a spring or a bumper threw them to where they
   * ran again or fell.
   */
  readonly flight: number;
  /** Most others who fell to them in one life. */
  readonly streak: number;
  /** Who knocked them out most often, if anybody did. */
  readonly nemesis?: { readonly id: string; readonly name: string; readonly times: number };
}

/** In what somebody can be the best of a match. */
export const RECORDS = ["knockouts", "parries", "flight", "streak"] as const;
export type ResultsRecord = (typeof RECORDS)[number];

/** What happened in the match that has just ended. */
export interface ResultsMessage {
  /**
   * Everybody who played, whoever has left included, in joining order. Of more than 16 only the reader's own line and those of
   * the best are told.
   */
  readonly lines: readonly ResultsLine[];
  /** Session ids of the best by what they are the best in; the first of equals, and nobody where all have zero. */
  readonly best: { readonly [Name in ResultsRecord]?: string };
  /** How many played. */
  readonly players: number;
}

/** Code of the refusal for a missing or wrong password. */
export const WRONG_PASSWORD = 401;
