import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { TransportName } from "#transports/contract/names.ts";
import { t } from "../../words/t.ts";
import { COLUMNS, LAYERS, type Layer, PATHS } from "../figure/layers.ts";
import { type Rates, WireRates } from "../figure/wire-rates.ts";
import type { Lab } from "../lab.ts";
import type { Pane } from "../pane.ts";
import { PacketLanes } from "./packet-lanes.tsx";

/** The textbook's picture of the protocols, fed by a connection of the lab; closed it costs nothing. */
export function ProtocolFigure({ lab }: { lab: Lab }) {
  const isOpen = useSignal(false);
  return (
    <details
      class="panel lab-figure"
      data-testid="lab-figure"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>
        <h2>{t(($) => $.lab.figure.title)}</h2>
      </summary>
      {isOpen.value && <Stack lab={lab} />}
    </details>
  );
}

function Stack({ lab }: { lab: Lab }) {
  const chosen = useSignal<TransportName>("websocket");
  const layer = useSignal<Layer>("tcp");
  const panes = lab.panes.value;
  const pane = panes.find(({ transport }) => transport === chosen.value) ?? panes[0];
  if (pane === undefined) return <p class="dim">{t(($) => $.lab.noPane)}</p>;
  const path = PATHS[pane.transport];
  return (
    <>
      <p class="dim">{t(($) => $.lab.figure.about)}</p>
      <fieldset class="lab-columns" aria-label={t(($) => $.lab.figure.connections)}>
        {COLUMNS.map((transport) => (
          <label key={transport} class="lab-column">
            <input
              type="radio"
              name="figure-connection"
              value={transport}
              checked={transport === pane.transport}
              disabled={panes.every((other) => other.transport !== transport)}
              onChange={() => {
                chosen.value = transport;
              }}
            />
            <span>{t(($) => $.lab.transports[transport].title)}</span>
          </label>
        ))}
      </fieldset>
      <LiveLayers key={pane.transport} lab={lab} pane={pane} path={path} layer={layer} />
      <p class="lab-layer-text" role="status" data-testid="layer-text">
        {t(($) => $.lab.figure.layers[layer.value].text)}
      </p>
      <PacketLanes key={`lanes ${pane.transport}`} lab={lab} packets={pane.meter.packets} />
    </>
  );
}

interface LayersProps {
  readonly lab: Lab;
  readonly pane: Pane;
  readonly path: readonly Layer[];
  readonly layer: { value: Layer };
}

/** The boxes, those that the connection passes with what it adds there. */
function LiveLayers({ lab, pane, path, layer }: LayersProps) {
  const rates = useRef(new WireRates());
  const seen = useRef<{ sample: number; rates: Rates | undefined }>({ sample: -1, rates: undefined });
  const sample = lab.samples.value;
  if (seen.current.sample !== sample)
    seen.current = { sample, rates: rates.current.note(performance.now(), pane.meter.totals) };
  return (
    <ol class="lab-layers" data-connection={pane.transport}>
      {LAYERS.map((name) => (
        <li key={name} class={`lab-layer lab-layer-${name}`}>
          <button
            type="button"
            aria-pressed={layer.value === name}
            data-passed={path.includes(name)}
            data-testid={`layer-${name}`}
            onClick={() => {
              layer.value = name;
            }}
          >
            <b>{t(($) => $.lab.figure.layers[name].name)}</b>
            <small>{path.includes(name) ? figureOf(name, pane, seen.current.rates) : ""}</small>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** What a layer carries or adds for the connection, in few words. */
function figureOf(layer: Layer, pane: Pane, rates: Rates | undefined): string {
  if (rates === undefined) return t(($) => $.lab.figure.notYet);
  const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
  switch (layer) {
    case "match":
      return t(($) => $.lab.figure.figures.match, {
        states: Math.round(pane.history.mean("updates", 4)) || 0,
        kilobytes: kilobytes(rates.payloadUp + rates.payloadDown),
      });
    case "http":
      return t(($) => $.lab.figure.figures.http, {
        requests: Math.round(rates.requests),
        kilobytes: kilobytes(rates.overheadUp + rates.overheadDown),
      });
    case "websocket":
    case "sctp":
      return t(($) => $.lab.figure.figures.around, {
        kilobytes: kilobytes(rates.overheadUp + rates.overheadDown),
      });
    case "dtls":
      return t(($) => $.lab.figure.figures.counted);
    default:
      return t(($) => $.lab.figure.figures.unseen);
  }
}
