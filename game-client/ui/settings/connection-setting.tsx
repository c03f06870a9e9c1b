import type { TransportChoice } from "#transports/contract/names.ts";
import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { Choice } from "../parts/fields.tsx";

const ORDER: readonly TransportChoice[] = ["auto", "websocket", "webrtc", "sse", "long-polling", "polling"];

function nameOf(choice: TransportChoice): string {
  return t(($) => $.settings.transports[choice].text);
}

/** How the page is connected to a match: for the curious, and for networks that are difficult. */
export function ConnectionSetting() {
  const { actions, transports } = useUi();
  const preferences = useStore("preferences");
  // What the browser lacks is not offered.
  const options = ORDER.filter((value) => transports.includes(value));
  const missing = ORDER.filter((value) => !transports.includes(value));
  const { connection } = preferences.settings.value;
  return (
    <section class="stack connection-setting">
      <h3>{t(($) => $.settings.connection)}</h3>
      <Choice
        label={t(($) => $.settings.connectionAtOnce)}
        value={connection}
        options={options.map((value) => ({ value, text: nameOf(value) }))}
        testId="settings-connection"
        onChange={(choice) => actions.changeSettings({ connection: choice })}
      />
      <p class="field-hint" data-testid="connection-hint">
        {t(($) => $.settings.transports[connection].hint)}
      </p>
      {missing.length > 0 && (
        <p class="field-hint" data-testid="connection-missing">
          {t(($) => $.settings.missing, { list: missing.map(nameOf).join(t(($) => $.settings.missingJoin)) })}
        </p>
      )}
    </section>
  );
}
