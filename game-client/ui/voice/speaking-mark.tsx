import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";
import { Icon } from "../parts/icon.tsx";

/** A sign that somebody is heard at this moment. */
export function SpeakingMark({ id }: { id: string }) {
  if (!useStore("voice").heard.value.has(id)) return null;
  return (
    <span class="voice-mark" title={t(($) => $.voice.speaks)} data-testid="voice-mark">
      <Icon name="sound" />
      <span class="hidden">{t(($) => $.voice.speaks)}</span>
    </span>
  );
}
