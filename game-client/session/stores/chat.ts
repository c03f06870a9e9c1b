import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals-core";
import type { Look } from "#shared/look.ts";
import type { Text } from "../../words/t.ts";
import type { ChatChoice, Settings } from "../settings.ts";

/** A line of chat as it is shown. */
export interface SaidLine {
  /** Counts the lines of the room: a key for lists. */
  readonly number: number;
  /** Session id of who said it. */
  readonly from: string;
  readonly name: string;
  readonly look: Look;
  readonly self: boolean;
  /** Only mates read it. */
  readonly team: boolean;
  /** Said by somebody who only watched. */
  readonly watching: boolean;
  /** A phrase is said in the language of the moment. */
  readonly text: Text;
  readonly isPhrase: boolean;
  /** ms since the page was opened, for fading out. */
  readonly at: number;
}

/** What was said in the room, and who is not listened to. */
export interface ChatStore {
  /** All that was said, oldest first. */
  readonly said: Signal<readonly SaidLine[]>;
  /** What of that the player wants to read. */
  readonly lines: ReadonlySignal<readonly SaidLine[]>;
  /** Names of those whom this page hides, by session id; kept for the life of the page. */
  readonly hidden: ReadonlySignal<ReadonlyMap<string, string>>;
  /** Whether there are teams to talk to. */
  readonly hasTeams: Signal<boolean>;
  /** Whether the room masks bad words, and whether the player is its host and may change that. */
  readonly filter: Signal<{ readonly on: boolean; readonly mayChange: boolean }>;
  /** What the player sent last. */
  readonly sent: Signal<string>;
  /** What of it the room refused, until the field has it again; empty when there is nothing. */
  readonly returned: Signal<string>;
  /** Hides what somebody says and shows, on this page only. */
  hide(id: string, name: string): void;
  /** Shows it again. */
  unhide(id: string): void;
}

/** A silent room. */
export function createChatStore(settings: ReadonlySignal<Pick<Settings, "chat">>): ChatStore {
  const said = signal<readonly SaidLine[]>([]);
  const hidden = signal<ReadonlyMap<string, string>>(new Map());
  return {
    said,
    hidden,
    lines: computed(() => said.value.filter((line) => isWanted(line, settings.value.chat, hidden.value))),
    hasTeams: signal(false),
    filter: signal({ on: true, mayChange: false }),
    sent: signal(""),
    returned: signal(""),
    hide(id, name) {
      hidden.value = new Map([...hidden.value, [id, name]]);
    },
    unhide(id) {
      hidden.value = new Map([...hidden.value].filter(([other]) => other !== id));
    },
  };
}

/** Whether a player who wants so much of the talk, and hides these, wants to read a line. */
export function isWanted(
  { from, isPhrase }: Pick<SaidLine, "from" | "isPhrase">,
  choice: ChatChoice,
  hidden: ReadonlyMap<string, string>,
): boolean {
  return !hidden.has(from) && (choice === "all" || (choice === "phrases" && isPhrase));
}
