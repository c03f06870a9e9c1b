import { type ReadonlySignal, useComputed } from "@preact/signals";
import { Icon, type IconName } from "./icon.tsx";

interface RingProps {
  icon: IconName;
  label: string;
  /** 0..1: how much of the ring is drawn; at 1 it is ready. */
  share: ReadonlySignal<number>;
  /** Something is being charged rather than cooling down. */
  hot?: ReadonlySignal<boolean>;
  testId?: string;
}

/** A ring that fills up around a picture: a cooldown, or the charge of a push. */
export function Ring({ icon, label, share, hot, testId }: RingProps) {
  const style = useComputed(() => `--share:${share.value.toFixed(2)}`);
  const kind = useComputed(() => {
    if (hot?.value) return share.value >= 1 ? "ring ring-hot ring-full" : "ring ring-hot";
    return share.value >= 1 ? "ring ring-ready" : "ring";
  });
  return (
    <div class={kind} style={style} title={label} data-testid={testId}>
      <Icon name={icon} />
    </div>
  );
}
