import { TRANSPORTS } from "#transports/contract/names.ts";
import { MIN_POLL_MS } from "#transports/http/timing.ts";
import {
  isSimulated,
  LINK_LIMITS,
  LINK_PRESETS,
  type LinkChoice,
  NO_LINK,
} from "../../session/link-choice.ts";
import { Button } from "../../ui/parts/button.tsx";
import { Slider } from "../../ui/parts/fields.tsx";
import { EXPLANATIONS } from "../explain.ts";
import type { Lab } from "../lab.ts";

/** Longest period of polling that is offered (ms): the textbook's. */
const MAX_POLL_MS = 1000;

/** Which panes there are, and what the network does to all of them. */
export function Controls({ lab }: { lab: Lab }) {
  const link = lab.link.value;
  const slider = (name: keyof LinkChoice, label: string, unit: string, value = link[name]) => (
    <Slider
      label={label}
      {...LINK_LIMITS[name]}
      value={link[name]}
      text={value === 0 ? "none" : `${value} ${unit}`}
      testId={`lab-${name}`}
      onInput={(chosen) => lab.simulate({ [name]: chosen })}
    />
  );
  return (
    <section class="panel lab-controls" aria-label="Controls">
      <fieldset class="lab-shown">
        <legend>Panes</legend>
        {TRANSPORTS.map((transport) => {
          const shown = lab.panes.value.some((pane) => pane.transport === transport);
          return (
            <label key={transport} class="lab-chip">
              <input
                type="checkbox"
                checked={shown}
                data-testid={`show-${transport}`}
                onChange={(event) => lab.show(transport, event.currentTarget.checked)}
              />
              <span>{EXPLANATIONS[transport].title}</span>
            </label>
          );
        })}
      </fieldset>
      <div class="lab-presets">
        {LINK_PRESETS.map((preset) => (
          <Button key={preset.name} kind="ghost" onClick={() => lab.simulate(preset.link)}>
            {preset.name}
          </Button>
        ))}
        <Button disabled={!isSimulated(link)} onClick={() => lab.simulate(NO_LINK)}>
          Turn it off
        </Button>
      </div>
      <div class="lab-sliders">
        {slider("delayMs", "Delay, each way", "ms")}
        {slider("jitterMs", "Jitter", "ms")}
        {slider("lossPercent", "Loss", "%")}
        {slider("stallMs", "Stall", "s", link.stallMs / 1000)}
        <Slider
          label="Polling asks every"
          min={MIN_POLL_MS}
          max={MAX_POLL_MS}
          step={20}
          value={lab.pollMs.value}
          text={`${lab.pollMs.value} ms`}
          testId="lab-pollMs"
          onInput={(chosen) => {
            lab.pollMs.value = chosen;
          }}
        />
      </div>
      <p class="dim">
        The bad network is simulated in this page, under all panes alike. It acts on the game's messages,
        after they have come out of requests or packets: it behaves like TCP, so a loss costs time and what
        follows waits. A real network would hold up every request of the polling transports as well, and would
        spare WebRTC the waiting.
      </p>
    </section>
  );
}
