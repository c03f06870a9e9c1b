import { useComputed } from "@preact/signals";
import { refusalText } from "../../words/refusals.ts";
import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";

/** How good the connection is, in three bars, and the round trip in milliseconds. */
export function ConnectionBars() {
  const network = useStore("network");
  const quality = useComputed(() => network.connection.value.quality);
  const rtt = useComputed(() => Math.round(network.connection.value.rttMs));
  const title = useComputed(() => {
    const { transport, reason, jitterMs } = network.connection.value;
    const figures = {
      quality: t(($) => $.hud.connection.qualities[quality.value]),
      rtt: rtt.value,
      jitter: Math.round(jitterMs),
      transport: t(($) => $.names.transports[transport]),
    };
    return reason === ""
      ? t(($) => $.hud.connection.title, figures)
      : t(($) => $.hud.connection.titleWhy, { ...figures, reason: refusalText(reason)() });
  });
  const other = useComputed(() => {
    const { transport } = network.connection.value;
    return transport === "websocket" ? "" : t(($) => $.names.transportTags[transport]);
  });
  // A signal, not its value: the round trip changes all the time, and nothing else has to be drawn for it.
  const text = useComputed(() => t(($) => $.units.milliseconds, { value: rtt.value }));
  return (
    <div class={`connection connection-${quality.value}`} title={title} data-testid="connection">
      <span class="connection-bars" role="img" aria-label={title}>
        <i />
        <i />
        <i />
      </span>
      <span data-testid="rtt">{text}</span>
      {other.value !== "" && <span class="connection-other">{other}</span>}
    </div>
  );
}
