import { t } from "../../words/t.ts";
import { openDialog } from "../hud-state.ts";
import { Button } from "../parts/button.tsx";

/** Opens what turns voice on and off. */
export function VoiceButton() {
  return (
    <Button icon="mic" testId="voice" onClick={() => openDialog("voice")}>
      {t(($) => $.voice.title)}
    </Button>
  );
}
