import { Marked } from "../../ui/parts/marked.tsx";
import { t } from "../../words/t.ts";
import type { Lab } from "../lab.ts";
import type { ShownPane } from "../shown-pane.ts";
import type { SeenMessage } from "../wire-meter.ts";

/** How each transport works, with a message of each direction as it has just gone over the line. */
export function Exchanges({ lab }: { lab: Lab }) {
  return (
    <section class="lab-explained" aria-label={t(($) => $.lab.exchange.label)}>
      <h2>{t(($) => $.lab.exchange.title)}</h2>
      <div class="lab-exchanges">
        {lab.shown.map((pane) => (
          <ExchangeCard key={pane.transport} lab={lab} pane={pane} />
        ))}
      </div>
      <p class="dim">{t(($) => $.lab.exchange.about)}</p>
    </section>
  );
}

function ExchangeCard({ lab, pane }: { lab: Lab; pane: ShownPane }) {
  // The newest message, with each sample.
  void lab.samples.value;
  const { lastUp, lastDown } = pane.meter;
  return (
    <article class="panel lab-exchange" data-testid={`exchange-${pane.transport}`}>
      <h3>
        {t(($) => $.lab.transports[pane.transport].title)}{" "}
        <small>{t(($) => $.lab.transports[pane.transport].kind)}</small>
      </h3>
      <p>{t(($) => $.lab.transports[pane.transport].text)}</p>
      {pane.transport === "video" && <VideoTotals pane={pane} />}
      {pane.transport !== "video" && pane.transport !== "local" && (
        <>
          <Message way="up" message={lastUp} />
          <Message way="down" message={lastDown} />
        </>
      )}
    </article>
  );
}

/** Packets of video are not seen one by one: the browser counts them. */
function VideoTotals({ pane }: { pane: ShownPane }) {
  const { payloadDown, overheadDown } = pane.meter.totals;
  return <p class="dim">{t(($) => $.lab.video.totals, { payload: payloadDown, overhead: overheadDown })}</p>;
}

function Message({ way, message }: { way: "up" | "down"; message: SeenMessage | undefined }) {
  if (message === undefined) return <p class="dim">{t(($) => $.lab.exchange.nothing[way])}</p>;
  const { payload, overhead, head, start } = message;
  const hex = [...start].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
  return (
    <details>
      <summary>
        <Marked
          text={t(($) => $.lab.exchange.message[way], { payload, overhead })}
          parts={{ b: (bytes) => <b>{bytes}</b> }}
        />
      </summary>
      <pre>
        {head}
        {hex === "" ? t(($) => $.lab.exchange.noBody) : `${hex}${payload > start.length ? " …" : ""}`}
      </pre>
    </details>
  );
}
