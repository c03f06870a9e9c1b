import type { Emote } from "#shared/talk.ts";

/** Something that is to be seen over a character, by the session id of its player. */
export type Speech =
  | { readonly from: string; readonly text: string }
  | { readonly from: string; readonly emote: Emote };
