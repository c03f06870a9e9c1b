import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { touchUsed } from "../device/touch-mode.ts";
import { Toggle } from "../parts/fields.tsx";

/** Shows the net graph over a match, or no longer. */
export function NetGraphToggle() {
  const { actions } = useUi();
  const preferences = useStore("preferences");
  return (
    <Toggle
      label={t(($) => $.network.graph.title)}
      hint={touchUsed.value ? t(($) => $.network.graph.hint) : t(($) => $.network.graph.hintWithKey)}
      checked={preferences.settings.value.netGraph}
      testId="settings-net-graph"
      onChange={(netGraph) => actions.changeSettings({ netGraph })}
    />
  );
}
