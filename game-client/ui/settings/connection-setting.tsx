import type { TransportChoice } from "#transports/contract/names.ts";
import { useUi } from "../context.ts";
import { Choice } from "../parts/fields.tsx";

/** What each choice is called, and what it means for who chooses it. */
const CHOICES: Readonly<Record<TransportChoice, { text: string; hint: string }>> = {
  auto: {
    text: "Automatic",
    hint: "WebSocket, and where a network blocks it, the next best that gets through.",
  },
  websocket: { text: "WebSocket", hint: "One open line, on which both sides talk at any time." },
  webrtc: {
    text: "WebRTC",
    hint: "Packets over UDP: what gets lost holds up nothing. Not every network lets them through.",
  },
  sse: { text: "Event stream", hint: "An open stream from the server; what you do travels in requests." },
  "long-polling": {
    text: "Long polling",
    hint: "The page asks, and the server answers once something happens.",
  },
  polling: { text: "Polling", hint: "The page asks ten times a second. You will feel it." },
};

const ORDER: readonly TransportChoice[] = ["auto", "websocket", "webrtc", "sse", "long-polling", "polling"];
/** How the page is connected to a match: for the curious, and for networks that are difficult. */
export function ConnectionSetting() {
  const { store, actions, transports } = useUi();
  // What the browser lacks is not offered.
  const options = ORDER.filter((value) => transports.includes(value));
  const missing = ORDER.filter((value) => !transports.includes(value));
  const { connection } = store.settings.value;
  return (
    <section class="stack connection-setting">
      <h3>Connection</h3>
      <Choice
        label="From the next match on"
        value={connection}
        options={options.map((value) => ({ value, text: CHOICES[value].text }))}
        testId="settings-connection"
        onChange={(choice) => actions.changeSettings({ connection: choice })}
      />
      <p class="field-hint" data-testid="connection-hint">
        {CHOICES[connection].hint}
      </p>
      {missing.length > 0 && (
        <p class="field-hint" data-testid="connection-missing">
          This browser has no {missing.map((value) => CHOICES[value].text).join(" and no ")}.
        </p>
      )}
    </section>
  );
}
