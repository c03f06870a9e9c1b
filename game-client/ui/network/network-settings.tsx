import { TICK_MS } from "#shared/tunables.ts";
import { conditionsInWords, isSimulated } from "../../session/network-conditions.ts";
import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";
import { openDialog } from "../hud-state.ts";
import { PLOTS } from "../net-graph/plots.ts";
import { Button } from "../parts/button.tsx";
import { NetGraphToggle } from "./net-graph-toggle.tsx";

/** What there is to see and to try of the connection. */
export function NetworkSettings() {
  const network = useStore("network");
  const conditions = network.conditions.value;
  return (
    <section class="stack">
      <h3>{t(($) => $.network.title)}</h3>
      <div class="columns">
        <NetGraphToggle />
        <Button icon="plug" testId="simulate" onClick={() => openDialog("network")}>
          {isSimulated(conditions)
            ? t(($) => $.network.simulated, { line: conditionsInWords(conditions) })
            : t(($) => $.network.simulate)}
        </Button>
      </div>
      <details class="net-help">
        <summary>{t(($) => $.network.graph.help)}</summary>
        <dl>
          {PLOTS.map(({ id }) => (
            <div key={id}>
              <dt>{t(($) => $.network.plots[id].label)}</dt>
              <dd>{t(($) => $.network.plots[id].hint, { tickMs: TICK_MS })}</dd>
            </div>
          ))}
        </dl>
        <p class="dim">{t(($) => $.network.graph.legend)}</p>
      </details>
    </section>
  );
}
