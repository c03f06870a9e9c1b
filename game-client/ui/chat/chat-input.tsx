import { useSignal, useSignalEffect } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { MAX_CHAT } from "#shared/talk.ts";
import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { Button } from "../parts/button.tsx";

interface ChatInputProps {
  /** Whether the field takes the keyboard when it appears. */
  grabs?: boolean;
  /** Something was sent, or Escape was pressed. */
  onDone?: () => void;
}

/** The field for chat: Enter sends. Where there are teams, a switch says who reads it. */
export function ChatInput({ grabs = false, onDone }: ChatInputProps) {
  const { actions } = useUi();
  const chat = useStore("chat");
  const team = useSignal(false);
  const ref = useRef<HTMLInputElement>(null);
  const closes = useRef(false);
  useLayoutEffect(() => {
    if (grabs) ref.current?.focus({ preventScroll: true });
  }, [grabs]);
  // A line that the room refused is not lost: it may be said again, or otherwise.
  useSignalEffect(() => {
    const back = chat.returned.value;
    // A field that is about to close leaves it to the next one.
    if (back === "" || closes.current) return;
    if (ref.current?.value === "") ref.current.value = back;
    chat.returned.value = "";
  });
  const toTeam = team.value && chat.hasTeams.value;
  const send = () => {
    const field = ref.current;
    const text = field?.value.trim() ?? "";
    if (field !== null && text !== "") {
      actions.give("chat", toTeam ? { text, team: true } : { text });
      chat.sent.value = text;
      field.value = "";
    }
    closes.current = onDone !== undefined;
    onDone?.();
  };
  const label = toTeam ? t(($) => $.chat.fieldTeam) : t(($) => $.chat.field);
  return (
    <form
      class="chat-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {chat.hasTeams.value && (
        <button
          type="button"
          class={`chat-to ${toTeam ? "chat-to-team" : ""}`}
          aria-label={t(($) => $.chat.to)}
          aria-pressed={toTeam}
          data-testid="chat-team"
          onClick={() => {
            team.value = !team.value;
            ref.current?.focus({ preventScroll: true });
          }}
        >
          {toTeam ? t(($) => $.chat.toTeam) : t(($) => $.chat.toAll)}
        </button>
      )}
      <input
        ref={ref}
        class="input chat-field"
        type="text"
        dir="auto"
        autocomplete="off"
        enterkeyhint="send"
        maxLength={MAX_CHAT}
        placeholder={label}
        aria-label={label}
        data-testid="chat-field"
      />
      <Button type="submit" kind="sun" icon="right" label={t(($) => $.chat.send)} testId="chat-send" />
    </form>
  );
}
