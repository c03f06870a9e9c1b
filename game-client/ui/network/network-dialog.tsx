import {
  CLEAR_NETWORK,
  CONDITION_LIMITS,
  isSimulated,
  NETWORK_PRESETS,
  type NetworkConditions,
} from "../../session/network-conditions.ts";
import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { closeDialog } from "../hud-state.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Choice, Slider } from "../parts/fields.tsx";

/** Where a bad connection is mixed. All takes effect at once. */
export function NetworkDialog() {
  const { actions } = useUi();
  const network = useStore("network");
  const conditions = network.conditions.value;
  const slider = (name: keyof NetworkConditions, label: string, text: string) => (
    <Slider
      label={label}
      {...CONDITION_LIMITS[name]}
      value={conditions[name]}
      text={conditions[name] === 0 ? t(($) => $.common.none) : text}
      testId={`network-${name}`}
      onInput={(chosen) => actions.simulateNetwork({ [name]: chosen })}
    />
  );
  return (
    <Dialog
      title={t(($) => $.network.simulate)}
      onClose={closeDialog}
      class="dialog-wide"
      testId="network-dialog"
      footer={
        <>
          <Button
            disabled={!isSimulated(conditions)}
            testId="network-off"
            onClick={() => actions.simulateNetwork(CLEAR_NETWORK)}
          >
            {t(($) => $.common.turnItOff)}
          </Button>
          <Button kind="sun" cue="uiBack" testId="network-done" onClick={closeDialog}>
            {t(($) => $.common.done)}
          </Button>
        </>
      }
    >
      <p class="dim">{t(($) => $.network.about)}</p>
      <div class="presets">
        <Choice
          label={t(($) => $.network.like)}
          value={presetOf(conditions)}
          options={NETWORK_PRESETS.map(({ name }) => ({
            value: name,
            text: t(($) => $.network.presets[name]),
          }))}
          testId="network-presets"
          onChange={(chosen) =>
            actions.simulateNetwork(
              NETWORK_PRESETS.find(({ name }) => name === chosen)?.conditions ?? CLEAR_NETWORK,
            )
          }
        />
      </div>
      <div class="columns">
        <section class="stack">
          <h3>{t(($) => $.network.always)}</h3>
          {slider(
            "delayMs",
            t(($) => $.network.delay),
            t(($) => $.units.milliseconds, { value: conditions.delayMs }),
          )}
          {slider(
            "jitterMs",
            t(($) => $.network.jitter),
            t(($) => $.units.milliseconds, { value: conditions.jitterMs }),
          )}
          {slider(
            "lossPercent",
            t(($) => $.network.loss),
            t(($) => $.units.percent, { value: conditions.lossPercent }),
          )}
        </section>
        <section class="stack">
          <h3>{t(($) => $.network.nowAndThen)}</h3>
          {slider(
            "stallMs",
            t(($) => $.network.stall),
            t(($) => $.units.seconds, { value: conditions.stallMs / 1000 }),
          )}
          {slider(
            "stallEveryS",
            t(($) => $.network.stallEvery),
            t(($) => $.units.seconds, { value: conditions.stallEveryS }),
          )}
          <p class="dim">{t(($) => $.network.nothingLost)}</p>
        </section>
      </div>
    </Dialog>
  );
}

function presetOf(conditions: NetworkConditions): string | undefined {
  const same = (other: NetworkConditions): boolean =>
    conditions.delayMs === other.delayMs &&
    conditions.jitterMs === other.jitterMs &&
    conditions.lossPercent === other.lossPercent &&
    conditions.stallMs === other.stallMs &&
    (conditions.stallMs === 0 || conditions.stallEveryS === other.stallEveryS);
  return NETWORK_PRESETS.find((preset) => same(preset.conditions))?.name;
}
