import {
  isSimulated,
  LINK_LIMITS,
  LINK_PRESETS,
  type LinkChoice,
  NO_LINK,
} from "../../session/link-choice.ts";
import { useUi } from "../context.ts";
import { closeDialog } from "../hud-state.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Choice, Slider } from "../parts/fields.tsx";

const NAMES = LINK_PRESETS.map(({ name }) => ({ value: name, text: name }));

/** Where a bad connection is mixed. All takes effect at once. */
export function NetworkDialog() {
  const { store, actions } = useUi();
  const link = store.link.value;
  const slider = (name: keyof LinkChoice, label: string, unit: string, value = link[name], none = "none") => (
    <Slider
      label={label}
      {...LINK_LIMITS[name]}
      value={link[name]}
      text={value === 0 ? none : `${value} ${unit}`}
      testId={`network-${name}`}
      onInput={(chosen) => actions.simulateLink({ [name]: chosen })}
    />
  );
  return (
    <Dialog
      title="Simulate a bad connection"
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
            Turn it off
          </Button>
          <Button kind="sun" cue="uiBack" testId="network-done" onClick={closeDialog}>
            Done
          </Button>
        </>
      }
    >
      <p class="dim">
        Feel what the figures mean: only your own connection gets worse, on top of what it is, and only until
        you turn it off or reload the page.
      </p>
      <div class="presets">
        <Choice
          label="A network like…"
          value={presetOf(link) ?? ""}
          options={NAMES}
          testId="network-presets"
          onChange={(chosen) =>
            actions.simulateLink(LINK_PRESETS.find(({ name }) => name === chosen)?.link ?? NO_LINK)
          }
        />
      </div>
      <div class="columns">
        <section class="stack">
          <h3>Always</h3>
          {slider("delayMs", "Delay, each way", "ms")}
          {slider("jitterMs", "Jitter: a delay that varies by up to", "ms")}
          {slider("lossPercent", "Loss: what has to be sent again", "%")}
        </section>
        <section class="stack">
          <h3>Now and then</h3>
          {slider("stallMs", "Stall: nothing gets through for", "s", link.stallMs / 1000)}
          {slider("stallEveryS", "One stall in every", "s")}
          <p class="dim">
            As over the real thing, nothing is lost for good: what is lost is sent again, and all that follows
            has to wait for it.
          </p>
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
