import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";
import { openVoice } from "../hud-state.ts";
import { Button } from "../parts/button.tsx";

/** How the own microphone is, while voice is on; opens what turns it off. */
export function VoiceSign({ class: extra }: { class?: string }) {
  const { state, speaks, isMuted } = useStore("voice");
  if (state.value !== "on") return null;
  const how = isMuted.value ? "muted" : speaks.value ? "speaks" : "silent";
  return (
    <Button
      icon={how === "speaks" ? "mic" : "micOff"}
      kind="ghost"
      class={`voice-sign voice-${how} ${extra ?? ""}`}
      label={t(($) => $.voice.state[how])}
      testId="voice-sign"
      onClick={openVoice}
    />
  );
}
