import { type ReadonlySignal, useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { useUi } from "../context.ts";
import { Ring } from "../hud/ring.tsx";
import type { IconName } from "../parts/icon.tsx";
import { Stick } from "./stick.tsx";

/** How long the aim is kept after the release (ms): the push goes off with it in the next tick. */
const AIM_KEPT_MS = 200;

/** Two sticks and two buttons for the thumbs. */
export function TouchControls() {
  const { store, touch } = useUi();
  const { own } = store;
  const push = useComputed(() => own.value.charge || own.value.pushReady);
  const charging = useComputed(() => own.value.charge > 0);
  const dash = useComputed(() => own.value.dashReady);
  const stamina = useComputed(() => own.value.stamina);
  const forget = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const aim = (x: number, y: number, held: boolean) => {
    clearTimeout(forget.current);
    touch.push = held;
    if (x !== 0 || y !== 0) {
      touch.aimX = x;
      touch.aimY = y;
    } else if (!held) {
      forget.current = setTimeout(() => {
        touch.aimX = 0;
        touch.aimY = 0;
      }, AIM_KEPT_MS);
    }
  };
  useEffect(
    () => () => {
      touch.dash = false;
      touch.brace = false;
    },
    [touch],
  );

  return (
    <div class="touch" data-testid="touch">
      <Stick
        label="Move"
        side="left"
        testId="touch-move"
        onMove={(x, y) => {
          touch.moveX = x;
          touch.moveY = y;
        }}
      />
      <Stick label="Aim and push" side="right" testId="touch-aim" onMove={aim}>
        <Ring icon="push" label="Push" share={push} hot={charging} />
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
  const word = kind === "dash" ? "Dash" : "Brace";
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
