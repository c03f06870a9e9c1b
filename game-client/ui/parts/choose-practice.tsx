import { t } from "../../words/t.ts";
import { openDialog } from "../hud-state.ts";
import { Button } from "./button.tsx";

/** Opens the choice of what is practised. */
export function ChoosePractice({ testId, class: extra = "" }: { testId: string; class?: string }) {
  return (
    <Button
      icon="sliders"
      kind="ghost"
      class={extra}
      label={t(($) => $.practice.options)}
      testId={testId}
      onClick={() => openDialog("practice")}
    />
  );
}
