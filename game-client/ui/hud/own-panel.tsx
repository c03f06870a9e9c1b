import { useComputed } from "@preact/signals";
import { t } from "../../words/t.ts";
import { Avatar } from "../avatar.tsx";
import { useStore } from "../context.ts";
import { ControlCap } from "../keys/control-cap.tsx";
import { Icon } from "../parts/icon.tsx";
import { Ring } from "../parts/ring.tsx";
import { OwnEffect } from "./own-effect.tsx";
import { Wobble } from "./wobble.tsx";

/** The own character in numbers: wobble in the middle, push and dash beside it, stamina below. */
export function OwnPanel() {
  const standings = useStore("standings");
  const { status: own } = useStore("own");
  const { settings } = useStore("preferences");
  const push = useComputed(() => own.value.charge || own.value.pushReady);
  const charging = useComputed(() => own.value.charge > 0);
  const dash = useComputed(() => own.value.dashReady);
  // In a room one may wear another pattern than one chose: two of a kind would be mistaken for each other.
  const look = useComputed(() => standings.scores.value.find((row) => row.self)?.look ?? settings.value.look);
  const out = useComputed(() => own.value.respawnIn > 0);
  return (
    <section class={`own ${out.value ? "own-out" : ""}`} aria-label={t(($) => $.common.yourCharacter)}>
      <div class="own-act" data-testid="own-push">
        <Ring icon="push" label={t(($) => $.common.push)} share={push} hot={charging} testId="push-ring" />
        <ControlCap control="push" />
      </div>
      <div class="own-middle">
        <Avatar look={look.value} class="own-avatar" />
        <Wobble />
        <Stamina />
        <OwnEffect />
      </div>
      <div class="own-act" data-testid="own-dash">
        <Ring icon="dash" label={t(($) => $.common.dash)} share={dash} testId="dash-ring" />
        <ControlCap control="dash" />
      </div>
    </section>
  );
}

function Stamina() {
  const own = useStore("own");
  const style = useComputed(() => `--share:${own.status.value.stamina.toFixed(2)}`);
  const low = useComputed(() => own.status.value.stamina < 0.25);
  return (
    <div
      class={`stamina ${low.value ? "stamina-low" : ""}`}
      title={t(($) => $.hud.stamina)}
      data-testid="own-brace"
    >
      <Icon name="shield" />
      <span class="bar" style={style} data-testid="stamina" />
      <ControlCap control="brace" />
    </div>
  );
}
