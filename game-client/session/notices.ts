import type { Mailboxes } from "#player/mailbox.ts";
import { refusalText } from "../words/refusals.ts";
import type { Text } from "../words/t.ts";
import type { NoticesStore } from "./stores/notices.ts";

/** Notices that are kept: more nobody reads at once. */
const KEPT = 3;

/** Key of the newest notice: it goes on from room to room, for the page shows those of both for a moment. */
let newest = 0;

/** Says something to this player for a moment. */
export function say({ items }: NoticesStore, text: Text, isRefusal = false): void {
  newest += 1;
  items.value = [...items.value, { key: newest, text, isRefusal }].slice(-KEPT);
}

/** Says nothing any more. */
export function clearNotices({ items }: NoticesStore): void {
  items.value = [];
}

/** Puts what a room says to this player into the store: its notices, and its refusals of commands. */
export function hearNotices(mail: Pick<Mailboxes, "refused" | "notices">, store: NoticesStore): void {
  mail.refused.listen(({ why }) => say(store, refusalText(why), true));
  mail.notices.listen(({ text }) => say(store, refusalText(text)));
}
