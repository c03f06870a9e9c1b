import {
  isSimulated,
  LINK_LIMITS,
  LINK_PRESETS,
  type LinkChoice,
  NO_LINK,
} from "../../session/link-choice.ts";
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
  const link = network.link.value;
  const slider = (name: keyof LinkChoice, label: string, text: string) => (
    <Slider
      label={label}
      {...LINK_LIMITS[name]}
      value={link[name]}
      text={link[name] === 0 ? t(($) => $.common.none) : text}
      testId={`network-${name}`}
      onInput={(chosen) => actions.simulateLink({ [name]: chosen })}
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
            disabled={!isSimulated(link)}
            testId="network-off"
            onClick={() => actions.simulateLink(NO_LINK)}
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
          value={presetOf(link)}
          options={LINK_PRESETS.map(({ name }) => ({ value: name, text: t(($) => $.network.presets[name]) }))}
          testId="network-presets"
          onChange={(chosen) =>
            actions.simulateLink(LINK_PRESETS.find(({ name }) => name === chosen)?.link ?? NO_LINK)
          }
        />
      </div>
      <div class="columns">
        <section class="stack">
          <h3>{t(($) => $.network.always)}</h3>
          {slider(
            "delayMs",
            t(($) => $.network.delay),
            t(($) => $.units.milliseconds, { value: link.delayMs }),
          )}
          {slider(
            "jitterMs",
            t(($) => $.network.jitter),
            t(($) => $.units.milliseconds, { value: link.jitterMs }),
          )}
          {slider(
            "lossPercent",
            t(($) => $.network.loss),
            t(($) => $.units.percent, { value: link.lossPercent }),
          )}
        </section>
        <section class="stack">
          <h3>{t(($) => $.network.nowAndThen)}</h3>
          {slider(
            "stallMs",
            t(($) => $.network.stall),
            t(($) => $.units.seconds, { value: link.stallMs / 1000 }),
          )}
          {slider(
            "stallEveryS",
            t(($) => $.network.stallEvery),
            t(($) => $.units.seconds, { value: link.stallEveryS }),
          )}
          <p class="dim">{t(($) => $.network.nothingLost)}</p>
        </section>
      </div>
    </Dialog>
  );
}

function presetOf(link: LinkChoice): string | undefined {
  const same = (other: LinkChoice): boolean =>
    link.delayMs === other.delayMs &&
    link.jitterMs === other.jitterMs &&
    link.lossPercent === other.lossPercent &&
    link.stallMs === other.stallMs &&
    (link.stallMs === 0 || link.stallEveryS === other.stallEveryS);
  return LINK_PRESETS.find((preset) => same(preset.link))?.name;
}
