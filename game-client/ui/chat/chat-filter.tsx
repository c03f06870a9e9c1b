import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { Toggle } from "../parts/fields.tsx";

/** Says whether the room masks bad words, and lets its host change that; nothing for anybody else. */
export function ChatFilter() {
  const { actions } = useUi();
  const { filter } = useStore("chat");
  const { on, mayChange } = filter.value;
  if (!mayChange) return null;
  return (
    <Toggle
      label={t(($) => $.chat.filter)}
      checked={on}
      testId="chat-filter"
      onChange={(wanted) => actions.give("setFilter", { on: wanted })}
    />
  );
}
