import { t } from "../../words/t.ts";
import { ChatFilter } from "./chat-filter.tsx";
import { ChatInput } from "./chat-input.tsx";
import { ChatLog } from "./chat-log.tsx";

/** Chat as a part of a screen: what was said, and a field. The host may switch the filter here. */
export function ChatPanel() {
  return (
    <section class="chat-panel" aria-label={t(($) => $.chat.title)} data-testid="chat-panel">
      <ChatLog />
      <ChatInput />
      <ChatFilter />
    </section>
  );
}
