import { isSimulated, linkInWords } from "../../session/link-choice.ts";
import { useUi } from "../context.ts";
import { openDialog } from "../hud-state.ts";
import { PLOTS } from "../net-graph/plots.ts";
import { Button } from "../parts/button.tsx";
import { NetGraphToggle } from "./net-graph-toggle.tsx";

/** What there is to see and to try of the connection. */
export function NetworkSettings() {
  const { store } = useUi();
  const link = store.link.value;
  return (
    <section class="stack">
      <h3>Network</h3>
      <div class="columns">
        <NetGraphToggle />
        <Button icon="plug" testId="simulate" onClick={() => openDialog("network")}>
          {isSimulated(link) ? `Simulated: ${linkInWords(link)}` : "Simulate a bad connection"}
        </Button>
      </div>
      <details class="net-help">
        <summary>What the net graph shows</summary>
        <dl>
          {PLOTS.map(({ id, label, hint }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>{hint}</dd>
            </div>
          ))}
        </dl>
        <p class="dim">
          The last ten seconds, newest at the right. A hollow triangle marks what is not good, a full one what
          is bad; the thin line across a plot is where good ends.
        </p>
      </details>
    </section>
  );
}
