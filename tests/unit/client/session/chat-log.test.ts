import { describe, expect, it } from "vitest";
import { ChatLog } from "#client/session/chat-log.ts";
import { DEFAULT_SETTINGS } from "#client/session/settings.ts";
import type { Speech } from "#client/session/speech.ts";
import { createStores } from "#client/session/stores/stores.ts";
import { Mailbox } from "#player/mailbox.ts";
import type { RefusedMessage } from "#shared/messages.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import type { ChatLine, ChatMessage, EmoteMessage } from "#shared/talk.ts";

const NOW = 60_000;

function scene(before: readonly ChatLine[] = []) {
  const stores = createStores({ ...DEFAULT_SETTINGS });
  const mail = {
    chat: new Mailbox<ChatMessage>(),
    emotes: new Mailbox<EmoteMessage>(),
    refused: new Mailbox<RefusedMessage>(),
  };
  const state = new ArenaState();
  state.tick = 1000;
  const speeches: Speech[] = [];
  if (before.length > 0) mail.chat.deliver({ lines: [...before] });
  const log = new ChatLog({
    stores,
    state: () => state,
    selfId: "me",
    now: () => NOW,
    onSpeech: (speech) => speeches.push(speech),
  });
  log.hear(mail);
  const texts = () => stores.chat.lines.value.map(({ text }) => text());
  const hear = (...lines: ChatLine[]) => mail.chat.deliver({ lines });
  return { stores, mail, state, speeches, log, texts, hear };
}

function line(number: number, rest: Partial<ChatLine> = {}): ChatLine {
  const base = { number, from: "ann", name: "Ann", look: 0, tick: 1000, team: false, watching: false };
  return { ...base, ...(rest.phrase === undefined ? { text: `line ${number}` } : {}), ...rest };
}

describe("the chat of a page", () => {
  it("shows each line once and in order, also when all of them come again after a drop", () => {
    const { texts, hear } = scene([line(1), line(2)]);
    hear(line(3));
    hear(line(1), line(2), line(3), line(4));
    expect(texts()).toEqual(["line 1", "line 2", "line 3", "line 4"]);
  });

  it("shows what is said in a room that was brought back, in the place of what it has lost", () => {
    const { texts, hear } = scene([line(1), line(2), line(3, { text: "lost", tick: 1020 })]);
    hear(line(1), line(2));
    hear(line(3, { text: "said again", tick: 1040 }));
    expect(texts()).toEqual(["line 1", "line 2", "said again"]);
  });

  it("gives a line back that the room refused, and no other", () => {
    const { stores, mail } = scene();
    stores.chat.sent.value = "hello";
    mail.refused.deliver({ command: "phrase", why: "talk_too_often" });
    expect(stores.chat.returned.value).toBe("");
    mail.refused.deliver({ command: "chat", why: "talk_too_often" });
    expect(stores.chat.returned.value).toBe("hello");
  });

  it("keeps the last 50 lines", () => {
    const { texts, hear } = scene();
    for (let i = 1; i <= 60; i++) hear(line(i));
    expect(texts()).toHaveLength(50);
    expect(texts()[0]).toBe("line 11");
  });

  it("says phrases in the reader's language, and leaves out those that it does not know", () => {
    const { texts, hear } = scene();
    hear(line(1, { phrase: 0 }), line(2, { phrase: 99 }));
    expect(texts()).toEqual(["Hello!"]);
  });

  it("makes a bubble of what is said now, and none of what was said before one came", () => {
    const { speeches, stores, hear } = scene([line(1, { tick: 500 })]);
    expect(speeches).toEqual([]);
    expect(stores.chat.lines.value[0]?.at).toBe(NOW - 10_000);
    hear(line(2));
    expect(speeches).toEqual([{ from: "ann", text: "line 2" }]);
  });

  it("hides whom the player does not want to hear, and shows them again", () => {
    const { stores, texts, hear, mail, speeches } = scene();
    hear(line(1));
    stores.chat.hide("ann", "Ann");
    hear(line(2), line(3, { from: "ben" }));
    mail.emotes.deliver({ from: "ann", emote: 0 });
    mail.emotes.deliver({ from: "ben", emote: 1 });
    expect(texts()).toEqual(["line 3"]);
    expect(speeches.slice(1)).toEqual([
      { from: "ben", text: "line 3" },
      { from: "ben", emote: "cry" },
    ]);
    stores.chat.unhide("ann");
    expect(texts()).toEqual(["line 1", "line 2", "line 3"]);
  });

  it.each([
    ["all", ["line 1", "Hello!"], 3],
    ["phrases", ["Hello!"], 2],
    ["off", [], 0],
  ] as const)("shows what the setting %s lets through", (chat, wanted, spoken) => {
    const { stores, texts, hear, mail, speeches } = scene();
    stores.preferences.settings.value = { ...stores.preferences.settings.value, chat };
    hear(line(1), line(2, { phrase: 0 }));
    mail.emotes.deliver({ from: "ann", emote: 0 });
    expect(texts()).toEqual(wanted);
    expect(speeches).toHaveLength(spoken);
  });

  it("knows whether the room filters, and whether one may change that", () => {
    const { stores, state, log } = scene();
    log.patch();
    expect(stores.chat.filter.value).toEqual({ on: true, mayChange: false });
    state.hostId = "me";
    state.filtered = false;
    log.patch();
    expect(stores.chat.filter.value).toEqual({ on: false, mayChange: true });
  });
});
