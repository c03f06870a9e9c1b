import { useComputed } from "@preact/signals";
import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";
import { PickupPicture } from "../parts/pickup-picture.tsx";

/** What the own character has picked up and still has, what that does, and for how long. */
export function OwnEffect() {
  const { status } = useStore("own");
  const effect = useComputed(() => status.value.effect);
  const left = useComputed(() => Math.ceil(status.value.effectLeft));
  const is = effect.value;
  if (is === undefined) return null;
  if (is === "slip") {
    return (
      <p class="own-effect own-slips" role="status" data-testid="own-effect" data-effect={is}>
        {t(($) => $.pickups.slipping)}
      </p>
    );
  }
  return (
    <p class="own-effect" role="status" data-testid="own-effect" data-effect={is}>
      <PickupPicture pickup={is} />
      <span class="own-effect-words">
        <b>{t(($) => $.pickups.about[is].name)}</b>
        <small>{t(($) => $.pickups.about[is].line)}</small>
      </span>
      {left.value > 0 && (
        <b class="own-effect-left" aria-hidden="true">
          {t(($) => $.pickups.seconds, { seconds: left.value })}
        </b>
      )}
    </p>
  );
}
