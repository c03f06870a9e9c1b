import { t } from "../../words/t.ts";
import type { Lab } from "../lab.ts";
import { BESIDE, type PaneName } from "../shown-pane.ts";

/** Panes that are no transport: they are off until somebody wants to compare. */
export function MorePanes({ lab }: { lab: Lab }) {
  return (
    <fieldset class="lab-more">
      <legend>{t(($) => $.lab.more)}</legend>
      {BESIDE.map((name) => (
        <PaneChip key={name} lab={lab} name={name} />
      ))}
    </fieldset>
  );
}

/** Shows a pane, or takes it away. */
export function PaneChip({ lab, name }: { lab: Lab; name: PaneName }) {
  return (
    <label class="lab-chip">
      <input
        type="checkbox"
        checked={lab.shown.some((pane) => pane.transport === name)}
        data-testid={`show-${name}`}
        onChange={(event) => lab.show(name, event.currentTarget.checked)}
      />
      <span>{t(($) => $.lab.transports[name].title)}</span>
    </label>
  );
}
