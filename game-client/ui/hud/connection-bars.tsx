import { useComputed } from "@preact/signals";
import { TRANSPORT_WORDS } from "#transports/contract/names.ts";
import { useUi } from "../context.ts";

const WORDS = ["lost", "bad", "fair", "good"] as const;

/** How good the connection is, in three bars, and the round trip in milliseconds. */
export function ConnectionBars() {
  const { store } = useUi();
  const quality = useComputed(() => store.connection.value.quality);
  const rtt = useComputed(() => `${Math.round(store.connection.value.rttMs)} ms`);
  const title = useComputed(() => {
    const { transport, reason, jitterMs } = store.connection.value;
    const figures = `${rtt.value}, jitter ${Math.round(jitterMs)} ms, over ${TRANSPORT_WORDS[transport]}`;
    return `Connection ${WORDS[quality.value]}: ${figures}${reason === "" ? "" : `. ${reason}`}`;
  });
  const other = useComputed(() => {
    const { transport } = store.connection.value;
    return transport === "websocket" ? "" : transport;
  });
  return (
    <div class={`connection connection-${quality.value}`} title={title} data-testid="connection">
      <span class="connection-bars" role="img" aria-label={title}>
        <i />
        <i />
        <i />
      </span>
      <span data-testid="rtt">{rtt}</span>
      {other.value !== "" && <span class="connection-other">{other}</span>}
    </div>
  );
}
