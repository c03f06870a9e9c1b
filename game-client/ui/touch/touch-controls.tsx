import { type ReadonlySignal, useComputed } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import type { IconName } from "../parts/icon.tsx";
import { Ring } from "../parts/ring.tsx";
import { Stick } from "./stick.tsx";

/** Two sticks and two buttons for the thumbs. */
export function TouchControls() {
  const { touch } = useUi();
  const { status: own } = useStore("own");
  const push = useComputed(() => own.value.charge || own.value.pushReady);
  const charging = useComputed(() => own.value.charge > 0);
  const dash = useComputed(() => own.value.dashReady);
  const stamina = useComputed(() => own.value.stamina);

  useLayoutEffect(
    () => () => {
      touch.dash = false;
      touch.brace = false;
    },
    [touch],
  );

  return (
    <div class="touch" data-testid="touch">
      <Stick
        label={t(($) => $.hud.touch.move)}
        word={t(($) => $.hud.touch.move)}
        side="left"
        testId="touch-move"
        onMove={(x, y) => {
          touch.moveX = x;
          touch.moveY = y;
        }}
      />
      <Stick
        label={t(($) => $.hud.touch.aim)}
        word={t(($) => $.hud.touch.letGo)}
        side="right"
        testId="touch-aim"
        onMove={(x, y, held) => {
          touch.aimX = x;
          touch.aimY = y;
          touch.push = held;
        }}
      >
        <Ring icon="push" label={t(($) => $.common.push)} share={push} hot={charging} />
      </Stick>
      <TouchButton
        kind="dash"
        icon="dash"
        share={dash}
        onHold={(held) => {
          touch.dash = held;
        }}
      />
      <TouchButton
        kind="brace"
        icon="shield"
        share={stamina}
        onHold={(held) => {
          touch.brace = held;
        }}
      />
    </div>
  );
}

interface TouchButtonProps {
  kind: "dash" | "brace";
  icon: IconName;
  share: ReadonlySignal<number>;
  onHold: (held: boolean) => void;
}

function TouchButton({ kind, icon, share, onHold }: TouchButtonProps) {
  const word = t(($) => $.common[kind]);
  return (
    <button
      type="button"
      class={`touch-button touch-${kind}`}
      aria-label={word}
      data-testid={`touch-${kind}`}
      data-cue="none"
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        onHold(true);
      }}
      onLostPointerCapture={() => onHold(false)}
      onContextMenu={(event) => event.preventDefault()}
    >
      <Ring icon={icon} label={word} share={share} />
      <span>{word}</span>
    </button>
  );
}
