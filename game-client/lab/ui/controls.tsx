import { TRANSPORTS } from "#transports/contract/names.ts";
import { MIN_POLL_MS } from "#transports/http/timing.ts";
import {
  CLEAR_NETWORK,
  CONDITION_LIMITS,
  isSimulated,
  NETWORK_PRESETS,
  type NetworkConditions,
} from "../../session/network-conditions.ts";
import { Button } from "../../ui/parts/button.tsx";
import { Slider } from "../../ui/parts/fields.tsx";
import { t } from "../../words/t.ts";
import type { Lab } from "../lab.ts";
import { PaneChip } from "./more-panes.tsx";
import { milliseconds as ms } from "./scale.ts";

/** Longest period of polling that is offered (ms): the textbook's. */
const MAX_POLL_MS = 1000;

/** Which panes there are, and what the network does to all of them. */
export function Controls({ lab }: { lab: Lab }) {
  const conditions = lab.conditions.value;
  const slider = (name: keyof NetworkConditions, label: string, text: string) => (
    <Slider
      label={label}
      {...CONDITION_LIMITS[name]}
      value={conditions[name]}
      text={conditions[name] === 0 ? t(($) => $.common.none) : text}
      testId={`lab-${name}`}
      onInput={(chosen) => lab.simulate({ [name]: chosen })}
    />
  );
  return (
    <section class="panel lab-controls" aria-label={t(($) => $.lab.controls.title)}>
      <fieldset class="lab-shown">
        <legend>{t(($) => $.lab.controls.panes)}</legend>
        {TRANSPORTS.map((transport) => (
          <PaneChip key={transport} lab={lab} name={transport} />
        ))}
      </fieldset>
      <div class="lab-presets">
        {NETWORK_PRESETS.map((preset) => (
          <Button key={preset.name} kind="ghost" onClick={() => lab.simulate(preset.conditions)}>
            {t(($) => $.network.presets[preset.name])}
          </Button>
        ))}
        <Button disabled={!isSimulated(conditions)} onClick={() => lab.simulate(CLEAR_NETWORK)}>
          {t(($) => $.common.turnItOff)}
        </Button>
      </div>
      <div class="lab-sliders">
        {slider(
          "delayMs",
          t(($) => $.lab.controls.delay),
          ms(conditions.delayMs),
        )}
        {slider(
          "jitterMs",
          t(($) => $.lab.controls.jitter),
          ms(conditions.jitterMs),
        )}
        {slider(
          "lossPercent",
          t(($) => $.lab.controls.loss),
          t(($) => $.units.percent, { value: conditions.lossPercent }),
        )}
        {slider(
          "stallMs",
          t(($) => $.lab.controls.stall),
          t(($) => $.units.seconds, { value: conditions.stallMs / 1000 }),
        )}
        <Slider
          label={t(($) => $.lab.controls.pollPeriod)}
          min={MIN_POLL_MS}
          max={MAX_POLL_MS}
          step={20}
          value={lab.pollMs.value}
          text={ms(lab.pollMs.value)}
          testId="lab-pollMs"
          onInput={(chosen) => {
            lab.pollMs.value = chosen;
          }}
        />
      </div>
      <p class="dim">{t(($) => $.lab.controls.about)}</p>
    </section>
  );
}
