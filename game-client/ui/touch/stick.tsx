import { useSignal } from "@preact/signals";
import type { ComponentChildren, TargetedPointerEvent } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { deflection, type Point, restWithin } from "./stick-math.ts";

/** Travel of the thumb to full deflection (CSS pixels). */
const RADIUS = 56;
/** How far the knob gets from the middle of the stick (CSS pixels): that, and its own radius. See touch.css. */
const REACH = RADIUS + 31;

interface StickProps {
  label: string;
  /** What it does, in a few words below it. */
  word: string;
  side: "left" | "right";
  testId: string;
  /** Deflection, each axis -1..1; `held` while a finger is down. */
  onMove: (x: number, y: number, held: boolean) => void;
  children?: ComponentChildren;
}

/** A stick that comes to lie where the thumb touches its zone. Follows one finger, whatever the others do. */
export function Stick({ label, word, side, testId, onMove, children }: StickProps) {
  const finger = useRef<number | undefined>(undefined);
  const centre = useRef<Point>({ x: 0, y: 0 });
  const base = useSignal("");
  const knob = useSignal("");
  const move = useRef(onMove);
  move.current = onMove;

  const local = (event: TargetedPointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top, box };
  };
  const follow = (to: Point) => {
    const { x, y } = deflection(centre.current, to, RADIUS);
    knob.value = `transform:translate(${(x * RADIUS).toFixed(1)}px, ${(y * RADIUS).toFixed(1)}px)`;
    move.current(x, y, true);
  };
  const release = () => {
    if (finger.current === undefined) return;
    finger.current = undefined;
    base.value = "";
    knob.value = "";
    move.current(0, 0, false);
  };
  useLayoutEffect(() => release, []);

  return (
    <div
      class={`stick-zone stick-${side}`}
      role="application"
      aria-label={label}
      data-testid={testId}
      onPointerDown={(event) => {
        if (finger.current !== undefined) return;
        event.preventDefault();
        finger.current = event.pointerId;
        event.currentTarget.setPointerCapture(event.pointerId);
        const { x, y, box } = local(event);
        centre.current = restWithin(
          { x, y },
          { width: box.width, height: box.height, margin: RADIUS, reach: REACH, side },
        );
        base.value = `left:${centre.current.x}px;top:${centre.current.y}px;bottom:auto;right:auto;translate:-50% -50%;opacity:1`;
        follow({ x, y });
      }}
      onPointerMove={(event) => {
        if (event.pointerId === finger.current) follow(local(event));
      }}
      onLostPointerCapture={(event) => {
        if (event.pointerId === finger.current) release();
      }}
      onContextMenu={(event) => event.preventDefault()}
    >
      <div class="stick-base" style={base}>
        {children}
        <div class="stick-knob" style={knob} />
        <span class="stick-word" aria-hidden="true">
          {word}
        </span>
      </div>
    </div>
  );
}
