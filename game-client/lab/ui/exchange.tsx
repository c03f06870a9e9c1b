import { EXPLANATIONS } from "../explain.ts";
import type { Lab } from "../lab.ts";
import type { Pane } from "../pane.ts";
import type { SeenMessage } from "../wire-meter.ts";

/** How each transport works, with a message of each direction as it has just gone over the line. */
export function Exchanges({ lab }: { lab: Lab }) {
  return (
    <section class="lab-explained" aria-label="How they work">
      <h2>What goes over the line</h2>
      <div class="lab-exchanges">
        {lab.panes.value.map((pane) => (
          <ExchangeCard key={pane.transport} lab={lab} pane={pane} />
        ))}
      </div>
      <p class="dim">
        Counted are bodies and what is sent around them. Heads of requests are as the server received them (to
        a few bytes), heads of responses as this page received them, both as HTTP/1.1 writes them; over HTTP/2
        they are packed smaller. What surrounds a message on a socket, a stream or a data channel is computed
        from the formats. TLS, TCP, UDP and IP are left out: they are alike for all.
      </p>
    </section>
  );
}

function ExchangeCard({ lab, pane }: { lab: Lab; pane: Pane }) {
  // The newest message, with each sample.
  void lab.samples.value;
  const { kind, title, text } = EXPLANATIONS[pane.transport];
  const { lastUp, lastDown } = pane.meter;
  return (
    <article class="panel lab-exchange" data-testid={`exchange-${pane.transport}`}>
      <h3>
        {title} <small>{kind}</small>
      </h3>
      <p>{text}</p>
      <Message label="Up" message={lastUp} />
      <Message label="Down" message={lastDown} />
    </article>
  );
}

function Message({ label, message }: { label: string; message: SeenMessage | undefined }) {
  if (message === undefined) return <p class="dim">{label}: nothing yet</p>;
  const { payload, overhead, head, start } = message;
  const hex = [...start].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
  return (
    <details>
      <summary>
        {label}: <b>{payload}</b> bytes of message, <b>{overhead}</b> around it
      </summary>
      <pre>
        {head}
        {hex === "" ? "(no body)" : `${hex}${payload > start.length ? " …" : ""}`}
      </pre>
    </details>
  );
}
