import { useEffect, useRef } from "preact/hooks";
import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";
import { Icon } from "../parts/icon.tsx";
import { LineText } from "./chat-line.tsx";

/** Pixels from the end within which a reader is at the end: new lines pull them along. */
const AT_END = 40;

/** All that was said, with a way to hide somebody, and to show them again. */
export function ChatLog() {
  const chat = useStore("chat");
  const preferences = useStore("preferences");
  const ref = useRef<HTMLUListElement>(null);
  const lines = chat.lines.value;
  const newest = lines.at(-1)?.number;
  const atEnd = useRef(true);
  const top = useRef(0);
  useEffect(() => {
    const list = ref.current;
    if (list !== null && newest !== undefined && atEnd.current) list.scrollTop = list.scrollHeight;
  }, [newest]);
  const off = preferences.settings.value.chat === "off";
  return (
    <>
      {lines.length === 0 && (
        <p class="dim chat-empty">{off ? t(($) => $.chat.off) : t(($) => $.chat.empty)}</p>
      )}
      <ul
        ref={ref}
        class="chat-log"
        aria-live="polite"
        aria-label={t(($) => $.chat.log)}
        data-testid="chat-log"
        onScroll={({ currentTarget: list }) => {
          const near = list.scrollHeight - list.scrollTop - list.clientHeight < AT_END;
          // Lines that came since it was pulled to its end may stand below already: only readers scroll up.
          atEnd.current = near || (atEnd.current && list.scrollTop >= top.current);
          top.current = list.scrollTop;
        }}
      >
        {lines.map((line) => (
          <li
            key={line.number}
            class={`chat-line ${line.team ? "chat-line-team" : ""}`}
            data-testid="chat-line"
          >
            <LineText line={line} />
            {!line.self && (
              <button
                type="button"
                class="chat-hide"
                aria-label={t(($) => $.chat.muteOne, { name: line.name })}
                title={t(($) => $.chat.muteOne, { name: line.name })}
                data-testid="chat-hide"
                onClick={() => chat.hide(line.from, line.name)}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        ))}
      </ul>
      <Hidden />
    </>
  );
}

/** Whom this page hides; a press shows them again. */
function Hidden() {
  const chat = useStore("chat");
  const hidden = [...chat.hidden.value];
  if (hidden.length === 0) return null;
  return (
    <p class="chat-hidden">
      {t(($) => $.chat.hidden)}{" "}
      {hidden.map(([id, name]) => (
        <button
          key={id}
          type="button"
          class="chat-shown-again"
          aria-label={t(($) => $.chat.unmuteOne, { name })}
          data-testid="chat-show"
          onClick={() => chat.unhide(id)}
        >
          {name}
        </button>
      ))}
    </p>
  );
}
