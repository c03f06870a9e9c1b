import { useUi } from "../context.ts";
import { Toggle } from "../parts/fields.tsx";
import { touchUsed } from "../touch/touch-mode.ts";

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
