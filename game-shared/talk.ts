/** Longest line of chat (code points), after cleaning. */
export const MAX_CHAT = 200;
/** Lines that a room keeps for those who come late, and that a page shows. */
export const KEPT_LINES = 50;

/**
 * Quick phrases by number, from 0: their place in this list travels. What they say stands in the catalogue of the page, so that
 * each reader has them in their own language.
 */
export const PHRASES = ["hello", "goodGame", "niceOne", "sorry", "thanks", "help", "again", "brb"] as const;
export type Phrase = (typeof PHRASES)[number];

/** What a character can show over its head, by number, from 0: their place in this list travels. */
export const EMOTES = ["laugh", "cry", "angry", "love", "wow", "cool", "thumbsUp", "sleepy"] as const;
export type Emote = (typeof EMOTES)[number];

/** Something that was said in a room: a text or a phrase. */
export interface ChatLine {
  /** Counts the lines of the room, from 1: a page that has a line already knows it by this. */
  number: number;
  /** Session id of who said it; they may have left since. */
  from: string;
  /** How they were called and looked when they said it; see `packLook`. */
  name: string;
  look: number;
  /** Step in which it was said. */
  tick: number;
  /** Only mates were told. */
  team: boolean;
  /** Said by somebody who only watched. */
  watching: boolean;
  /** What was said, cleaned, and masked where the room filters words; absent with a phrase. */
  text?: string;
  /** Number of the phrase that was said. */
  phrase?: number;
}

/** What was said: a line that is new, or all that somebody has missed. */
export interface ChatMessage {
  /** Oldest first. */
  lines: ChatLine[];
}

/** Somebody shows an emote. */
export interface EmoteMessage {
  /** Session id. */
  from: string;
  /** Place in `EMOTES`. */
  emote: number;
}
