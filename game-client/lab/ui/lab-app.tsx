import { conditionsInWords, isSimulated } from "../../session/network-conditions.ts";
import { Icon } from "../../ui/parts/icon.tsx";
import { Marked } from "../../ui/parts/marked.tsx";
import { t } from "../../words/t.ts";
import type { Lab } from "../lab.ts";
import type { LabHands } from "../lab-hands.ts";
import { Controls } from "./controls.tsx";
import { Exchanges } from "./exchange.tsx";
import { MorePanes } from "./more-panes.tsx";
import { PaneCard } from "./pane-card.tsx";
import { ProtocolFigure } from "./protocol-figure.tsx";
import { RaceChart } from "./race-chart.tsx";

const MOST_COLUMNS = 5;

/** The whole page. */
export function LabApp({ lab, hands }: { lab: Lab; hands: LabHands }) {
  const panes = lab.panes.value;
  const { shown } = lab;
  const conditions = lab.conditions.value;
  return (
    <main class="lab">
      <header class="lab-head">
        <a class="button button-ghost" href="/" data-testid="to-game">
          <Icon name="left" />
          <span>{t(($) => $.lab.toGame)}</span>
        </a>
        <div>
          <h1>{t(($) => $.lab.title)}</h1>
          <p>{t(($) => $.lab.about, { count: panes.length })}</p>
        </div>
        {isSimulated(conditions) && (
          <p class="lab-badge">{t(($) => $.network.simulated, { line: conditionsInWords(conditions) })}</p>
        )}
        {lab.room.value !== undefined && (
          <p class="lab-room">
            <Marked
              text={t(($) => $.lab.room, { code: lab.room.value })}
              parts={{ code: (code) => <code>{code}</code> }}
            />
          </p>
        )}
      </header>
      <MorePanes lab={lab} />
      {shown.length === 0 && <p class="panel lab-empty">{t(($) => $.lab.noPane)}</p>}
      <div class="lab-panes" style={`--panes:${columns(shown.length)}`}>
        {shown.map((pane) => (
          <PaneCard key={pane.transport} lab={lab} hands={hands} pane={pane} />
        ))}
      </div>
      <div class="lab-below">
        <RaceChart lab={lab} />
        <Controls lab={lab} />
      </div>
      <ProtocolFigure lab={lab} />
      <Exchanges lab={lab} />
    </main>
  );
}

/** Panes beside each other: more than five are too small to see anything in, and go on in a second row. */
function columns(panes: number): number {
  return panes > MOST_COLUMNS ? Math.ceil(panes / 2) : Math.max(1, panes);
}
