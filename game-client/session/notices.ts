import type { Mailboxes } from "#player/mailbox.ts";
import { refusalText } from "../words/refusals.ts";
import type { NoticesStore } from "./stores/notices.ts";

/** Notices that are kept: more nobody reads at once. */
const KEPT = 3;

/** Puts what a room says to this player into the store: its notices, and its refusals of commands. */
export function hearNotices(mail: Pick<Mailboxes, "refused" | "notices">, { items }: NoticesStore): void {
  let key = items.value.at(-1)?.key ?? 0;
  items.value = [];
  const say = (said: string, isRefusal: boolean): void => {
    items.value = [...items.value, { key: ++key, text: refusalText(said), isRefusal }].slice(-KEPT);
  };
  mail.refused.listen(({ why }) => say(why, true));
  mail.notices.listen(({ text }) => say(text, false));
}
