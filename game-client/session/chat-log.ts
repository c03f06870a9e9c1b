import type { Mailboxes } from "#player/mailbox.ts";
import { NewLines } from "#player/new-lines.ts";
import { unpackLook } from "#shared/look.ts";
import { modeOf } from "#shared/simulation/modes/table.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { type ChatLine, EMOTES, KEPT_LINES, PHRASES } from "#shared/talk.ts";
import { TICK_MS } from "#shared/tunables.ts";
import { type Text, t } from "../words/t.ts";
import type { Speech } from "./speech.ts";
import { isWanted, type SaidLine } from "./stores/chat.ts";
import type { Stores } from "./stores/stores.ts";

/** A line that is older (ms) is history: it makes no sound and no bubble. */
const NEWS_MS = 3000;

export interface ChatLogDeps {
  readonly stores: Pick<Stores, "chat" | "preferences">;
  /** The newest state of the room. */
  readonly state: () => ArenaState;
  readonly selfId: string;
  now(): number;
  /** Something is said or shown now. */
  onSpeech(speech: Speech): void;
}

/** Keeps the lines of a room: each once, in order, those left out that this page cannot say. */
export class ChatLog {
  readonly #deps: ChatLogDeps;
  readonly #new = new NewLines();

  constructor(deps: ChatLogDeps) {
    this.#deps = deps;
    deps.stores.chat.said.value = [];
    deps.stores.chat.returned.value = "";
  }

  /** Takes what has come already by a mail, and all that comes. */
  hear(mail: Pick<Mailboxes, "chat" | "emotes" | "refused">): void {
    mail.chat.listen(({ lines }) => {
      for (const line of this.#new.of(lines)) this.#take(line);
    });
    const { sent, returned } = this.#deps.stores.chat;
    mail.refused.listen(({ command }) => {
      if (command === "chat") returned.value = sent.value;
    });
    mail.emotes.listen(({ from, emote: number }) => {
      const emote = EMOTES[number];
      if (emote !== undefined) this.#speak({ from, emote }, true);
    });
  }

  /** After a patch: what the state says of talk. */
  patch(): void {
    const { stores, selfId } = this.#deps;
    const { mode, filtered, hostId } = this.#deps.state();
    stores.chat.hasTeams.value = modeOf(mode).teams !== undefined;
    const { filter } = stores.chat;
    const mayChange = hostId === selfId;
    if (filter.value.on !== filtered || filter.value.mayChange !== mayChange)
      filter.value = { on: filtered, mayChange };
  }

  #take(line: ChatLine): void {
    const { now, state, selfId } = this.#deps;
    const text = textOf(line);
    if (text === undefined) return;
    const ageMs = Math.max(0, (state().tick - line.tick) * TICK_MS);
    const { number, from, name, team, watching } = line;
    const said: SaidLine = {
      number,
      from,
      name,
      look: unpackLook(line.look),
      self: from === selfId,
      team,
      watching,
      text,
      isPhrase: line.text === undefined,
      at: now() - ageMs,
    };
    const { chat } = this.#deps.stores;
    const before = chat.said.value.filter((other) => other.number < number);
    chat.said.value = [...before, said].slice(-KEPT_LINES);
    if (ageMs < NEWS_MS) this.#speak({ from, text: text() }, said.isPhrase);
  }

  #speak(speech: Speech, isPhrase: boolean): void {
    const { stores, onSpeech } = this.#deps;
    const { chat } = stores.preferences.settings.value;
    if (isWanted({ from: speech.from, isPhrase }, chat, stores.chat.hidden.value)) onSpeech(speech);
  }
}

/** What a line says; undefined for a phrase that this page does not know. */
function textOf({ text, phrase }: ChatLine): Text | undefined {
  if (text !== undefined) return () => text;
  const name = phrase === undefined ? undefined : PHRASES[phrase];
  return name && (() => t(($) => $.chat.phrases[name]));
}
