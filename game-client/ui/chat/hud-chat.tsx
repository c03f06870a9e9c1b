import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { SaidLine } from "../../session/stores/chat.ts";
import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";
import { chatOpen, closeChat } from "../hud-state.ts";
import { ChatInput } from "./chat-input.tsx";
import { LineText } from "./chat-line.tsx";
import { ChatLog } from "./chat-log.tsx";

/** Lines that lie over a match until they have faded. */
const LINES = 4;

/** Chat over a match: the latest lines, each fading by itself; open, all of them and the field. */
export function HudChat() {
  return chatOpen.value ? <OpenChat /> : <FadingLines />;
}

function FadingLines() {
  const chat = useStore("chat");
  return (
    <ul class="hud-chat" aria-live="polite" aria-label={t(($) => $.chat.log)} data-testid="hud-chat">
      {chat.lines.value.slice(-LINES).map((line) => (
        <FadingLine key={line.number} line={line} />
      ))}
    </ul>
  );
}

function FadingLine({ line }: { line: SaidLine }) {
  const style = useMemo(() => `--age:${Math.round(performance.now() - line.at)}ms`, [line.at]);
  return (
    <li class={`chat-line ${line.team ? "chat-line-team" : ""}`} style={style} data-testid="hud-chat-line">
      <LineText line={line} />
    </li>
  );
}

function OpenChat() {
  const ref = useRef<HTMLDivElement>(null);
  // A match that is over, or a press beside it, closes it: at once, for the next one may be open when a frame has passed.
  useLayoutEffect(() => {
    const onDown = ({ target }: Event) => {
      if (target instanceof Node && ref.current?.contains(target)) return;
      closeChat();
    };
    window.addEventListener("pointerdown", onDown, { capture: true });
    return () => {
      window.removeEventListener("pointerdown", onDown, { capture: true });
      closeChat();
    };
  }, []);
  return (
    <section ref={ref} class="hud-chat-open" aria-label={t(($) => $.chat.title)} data-testid="hud-chat-open">
      <ChatLog />
      <ChatInput grabs onDone={closeChat} />
    </section>
  );
}
