import { isSimulated, linkInWords } from "../../session/link-choice.ts";
import { Icon } from "../../ui/parts/icon.tsx";
import type { Lab } from "../lab.ts";
import type { LabHands } from "../lab-hands.ts";
import { Controls } from "./controls.tsx";
import { Exchanges } from "./exchange.tsx";
import { PaneCard } from "./pane-card.tsx";
import { RaceChart } from "./race-chart.tsx";

/** The whole page. */
export function LabApp({ lab, hands }: { lab: Lab; hands: LabHands }) {
  const panes = lab.panes.value;
  const link = lab.link.value;
  return (
    <main class="lab">
      <header class="lab-head">
        <a class="button button-ghost" href="/" data-testid="to-game">
          <Icon name="left" />
          <span>Game</span>
        </a>
        <div>
          <h1>Push Lab</h1>
          <p>
            One live match, {panes.length} real connections, the same camera: what differs is how the news
            travel.
          </p>
        </div>
        {isSimulated(link) && <p class="lab-badge">Simulated: {linkInWords(link)}</p>}
        {lab.room.value !== undefined && (
          <p class="lab-room">
            Room <code>{lab.room.value}</code>
          </p>
        )}
      </header>
      {panes.length === 0 && <p class="panel lab-empty">No pane is shown: choose one below.</p>}
      <div class="lab-panes" style={`--panes:${Math.max(1, panes.length)}`}>
        {panes.map((pane) => (
          <PaneCard key={pane.transport} lab={lab} hands={hands} pane={pane} />
        ))}
      </div>
      <div class="lab-below">
        <RaceChart lab={lab} />
        <Controls lab={lab} />
      </div>
      <Exchanges lab={lab} />
    </main>
  );
}
