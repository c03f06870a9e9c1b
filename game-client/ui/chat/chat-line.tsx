import type { SaidLine } from "../../session/stores/chat.ts";
import { t } from "../../words/t.ts";
import { Avatar } from "../avatar.tsx";

interface LineTextProps {
  line: SaidLine;
}

/** Who said what. The text is a text, whatever stands in it: nothing here reads markup. */
export function LineText({ line }: LineTextProps) {
  const tag = line.team ? t(($) => $.chat.team) : line.watching ? t(($) => $.chat.watching) : undefined;
  return (
    <>
      <Avatar look={line.look} />
      <span class="chat-words" dir="auto">
        {tag && <small class="chat-tag">{tag}</small>}
        <b>{line.self ? t(($) => $.common.you) : line.name}</b>{" "}
        <span data-testid="chat-text">{line.text()}</span>
      </span>
    </>
  );
}
