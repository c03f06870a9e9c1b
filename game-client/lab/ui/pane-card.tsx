import { Button } from "../../ui/parts/button.tsx";
import { t } from "../../words/t.ts";
import type { LabLine } from "../history.ts";
import type { Lab } from "../lab.ts";
import type { LabHands } from "../lab-hands.ts";
import { paneSentence } from "../pane-sentence.ts";
import type { ShownPane } from "../shown-pane.ts";
import { CanvasView } from "./canvas-view.tsx";
import { LINE_COLORS, Plot } from "./plot.tsx";
import { bytesPerSecond, figure, milliseconds, roundUp } from "./scale.ts";
import { VideoView } from "./video-view.tsx";

/** Samples over which the figures look back: a second. */
const NOW = 4;

interface PlotKind {
  readonly id: string;
  readonly lines: readonly [LabLine, LabLine];
  readonly atLeast: number;
  text(value: number): string;
}

const PLOTS: readonly PlotKind[] = [
  {
    id: "time",
    lines: ["age", "roundTrip"],
    atLeast: 100,
    text: milliseconds,
  },
  {
    id: "rate",
    lines: ["updates", "requests"],
    atLeast: 50,
    text: figure,
  },
  {
    id: "bytes",
    lines: ["bytesDown", "bytesUp"],
    atLeast: 5000,
    text: bytesPerSecond,
  },
];

export interface PaneCardProps {
  readonly lab: Lab;
  readonly hands: LabHands;
  readonly pane: ShownPane;
}

/** One connection: its picture, what one sees in a sentence, and its plots. */
export function PaneCard({ lab, hands, pane }: PaneCardProps) {
  const { transport } = pane;
  const played = lab.played.value === transport;
  const title = t(($) => $.lab.transports[transport].title);
  return (
    <article class={`lab-pane ${played ? "lab-pane-played" : ""}`} data-testid={`pane-${transport}`}>
      <header class="lab-pane-head">
        <h2>{title}</h2>
        <span>{t(($) => $.lab.transports[transport].kind)}</span>
      </header>
      <div class="lab-view">
        {transport === "video" ? (
          <VideoView lab={lab} played={played} />
        ) : (
          <CanvasView lab={lab} transport={transport} played={played} />
        )}
        <PaneCover lab={lab} pane={pane} />
        {played && <p class="lab-hint">{t(($) => $.lab.pane.hint)}</p>}
      </div>
      <p class="lab-sentence" data-testid={`sentence-${transport}`}>
        {sayWhatOneSees(lab, pane)}
      </p>
      {PLOTS.map((plot) => (
        <PanePlot key={plot.id} lab={lab} pane={pane} plot={plot} />
      ))}
      <Button
        kind={played ? "sun" : "sky"}
        class="lab-play"
        disabled={pane.status.value.name !== "live"}
        testId={`play-${transport}`}
        onClick={() => hands.take(played ? undefined : transport)}
      >
        {played ? t(($) => $.lab.pane.stop) : t(($) => $.lab.pane.play)}
      </Button>
    </article>
  );
}

/** What lies over the picture while there is no live one. */
function PaneCover({ lab, pane }: { lab: Lab; pane: ShownPane }) {
  const status = pane.status.value;
  if (status.name === "live") return null;
  return (
    <div class="lab-cover" role="status">
      <p>
        {status.name === "opening" && t(($) => $.lab.pane.connecting)}
        {status.name === "reconnecting" && t(($) => $.lab.pane.reconnecting)}
        {status.name === "ended" && status.text()}
      </p>
      {status.name === "ended" && status.hopeless !== true && (
        <Button onClick={() => lab.reopen(pane.transport)}>{t(($) => $.common.tryAgain)}</Button>
      )}
    </div>
  );
}

function PanePlot({ lab, pane, plot }: { lab: Lab; pane: ShownPane; plot: PlotKind }) {
  // Looks again with each sample.
  void lab.samples.value;
  const { lines, atLeast, text, id } = plot;
  const [first, second] = lines;
  const most = Math.max(...lab.shown.flatMap(({ history }) => lines.map((line) => history.usual(line))));
  const value = (line: LabLine): string => text(pane.history.mean(line, NOW));
  const name = (line: LabLine): string => t(($) => $.lab.pane.plots[line]);
  return (
    <div class="lab-measure" data-testid={`plot-${pane.transport}-${id}`}>
      <p class="lab-values">
        {lines.map((line, index) => (
          <span key={line}>
            <i style={`background:${LINE_COLORS[index]}`} />
            {name(line)} <b>{value(line)}</b>
          </span>
        ))}
      </p>
      <Plot
        lines={lines}
        history={pane.history}
        top={roundUp(most, atLeast)}
        samples={lab.samples}
        label={t(($) => $.lab.pane.plot, {
          first: name(first),
          firstValue: value(first),
          second: name(second),
          secondValue: value(second),
        })}
      />
    </div>
  );
}

function sayWhatOneSees(lab: Lab, pane: ShownPane): string {
  void lab.samples.value;
  return paneSentence(lab, pane);
}
