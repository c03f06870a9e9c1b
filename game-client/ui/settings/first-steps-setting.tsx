import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { Button } from "../parts/button.tsx";

/** Brings back what a first match teaches. */
export function FirstStepsSetting() {
  const { actions } = useUi();
  const { taught } = useStore("preferences").settings.value;
  return (
    <div class="field">
      <Button
        kind="ghost"
        icon="again"
        testId="settings-first-steps"
        onClick={() => actions.changeSettings({ taught: [] })}
      >
        {t(($) => $.settings.firstSteps.again)}
      </Button>
      <p class="field-hint" role="status">
        {taught.length === 0 && t(($) => $.settings.firstSteps.shown)}
      </p>
    </div>
  );
}
