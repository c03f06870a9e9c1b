import { useUi } from "../context.ts";
import { touchUsed } from "../device/touch-mode.ts";
import { Toggle } from "../parts/fields.tsx";

/** Shows the net graph over a match, or no longer. */
export function NetGraphToggle() {
  const { store, actions } = useUi();
  return (
    <Toggle
      label="Net graph"
      hint={`Plots of the connection over the match${touchUsed.value ? "" : " (F3)"}`}
      checked={store.settings.value.netGraph}
      testId="settings-net-graph"
      onChange={(netGraph) => actions.changeSettings({ netGraph })}
    />
  );
}
