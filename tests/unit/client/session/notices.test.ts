import { expect, it } from "vitest";
import { clearNotices, hearNotices } from "#client/session/notices.ts";
import { createNoticesStore } from "#client/session/stores/notices.ts";
import { Mailbox } from "#player/mailbox.ts";
import type { NoticeMessage, RefusedMessage } from "#shared/messages.ts";

it("what a room says to somebody is kept as sentences, the last few of them, and not into the next room", () => {
  const store = createNoticesStore();
  const mail = { refused: new Mailbox<RefusedMessage>(), notices: new Mailbox<NoticeMessage>() };
  hearNotices(mail, store);
  mail.refused.deliver({ command: "chat", why: "chat_too_long?max=200" });
  mail.notices.deliver({ text: "you_may_talk" });
  const said = () => store.items.value.map(({ text, isRefusal }) => [text(), isRefusal]);
  expect(said()).toEqual([
    ["That message is too long: 200 characters at most.", true],
    ["The host lets you talk again.", false],
  ]);
  for (let i = 0; i < 5; i++) mail.refused.deliver({ command: "chat", why: "talk_too_often" });
  expect(said()).toHaveLength(3);
  expect(new Set(store.items.value.map(({ key }) => key)).size).toBe(3);
  clearNotices(store);
  expect(said()).toEqual([]);
});
