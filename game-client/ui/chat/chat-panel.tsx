import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { Toggle } from "../parts/fields.tsx";
import { ChatInput } from "./chat-input.tsx";
import { ChatLog } from "./chat-log.tsx";

/** Chat as a part of a screen: what was said, and a field. The host may switch the filter here. */
export function ChatPanel() {
  const { actions } = useUi();
  const { filter } = useStore("chat");
  return (
    <section class="chat-panel" aria-label={t(($) => $.chat.title)} data-testid="chat-panel">
      <ChatLog />
      <ChatInput />
      {filter.value.mayChange && (
        <Toggle
          label={t(($) => $.chat.filter)}
          checked={filter.value.on}
          testId="chat-filter"
          onChange={(on) => actions.give("setFilter", { on })}
        />
      )}
    </section>
  );
}
