import { useLayoutEffect } from "preact/hooks";
import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { Icon } from "../parts/icon.tsx";

/** Talks while a finger holds it; for touch screens, while voice is on and the microphone is not open anyway. */
export function TalkButton() {
  const { voice } = useUi();
  const { state, speaks } = useStore("voice");
  const { voiceOpen } = useStore("preferences").settings.value;
  const isThere = state.value === "on" && !voiceOpen;
  // A button that goes away under a finger must not leave the microphone on.
  useLayoutEffect(() => () => voice.talk(false), [voice, isThere]);
  if (!isThere) return null;
  return (
    <button
      type="button"
      class={`voice-talk ${speaks.value ? "voice-speaks" : ""}`}
      data-testid="voice-talk"
      data-cue="none"
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        voice.talk(true);
      }}
      onLostPointerCapture={() => voice.talk(false)}
      onContextMenu={(event) => event.preventDefault()}
    >
      <Icon name={speaks.value ? "mic" : "micOff"} />
      {t(($) => $.voice.talk)}
    </button>
  );
}
