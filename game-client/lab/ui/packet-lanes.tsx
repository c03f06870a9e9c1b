import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../ui/parts/button.tsx";
import { t } from "../../words/t.ts";
import { drawLanes, LANES_HEIGHT, SHOWN_MS } from "../figure/draw-lanes.ts";
import { countOf, lanesOf } from "../figure/lanes.ts";
import type { PacketLog } from "../figure/packet-log.ts";
import type { Lab } from "../lab.ts";

/** Messages that left before what is shown may still be on their way: so much earlier (ms) they are looked for. */
const BEFORE_MS = 2000;
/** Who wants little motion gets a picture that stands still for so long (ms). */
const STILL_MS = 1500;
/** Loss (percent) that the button turns on, and the delay (ms) that makes it visible. */
const LOSS = { lossPercent: 5, delayMs: 40 };

/** The packets of a connection over the last seconds: lost ones, those sent again, and what waited behind them. */
export function PacketLanes({ lab, packets }: { lab: Lab; packets: PacketLog }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (!element || !context) return;
    const everyMs = matchMedia("(prefers-reduced-motion: reduce)").matches ? STILL_MS : 0;
    let frame = 0;
    let drawnMs = Number.NEGATIVE_INFINITY;
    const draw = (nowMs: number): void => {
      frame = requestAnimationFrame(draw);
      if (nowMs - drawnMs < everyMs) return;
      drawnMs = nowMs;
      const width = measured(element, context);
      drawLanes(context, width, lanesOf(packets.since(nowMs - SHOWN_MS - BEFORE_MS)), nowMs);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [packets]);
  // The count, with each sample.
  void lab.samples.value;
  const count = countOf(lanesOf(packets.since(performance.now() - SHOWN_MS)));
  const isClean = lab.conditions.value.lossPercent === 0;
  return (
    <div class="lab-lanes">
      <ul class="lab-lane-names">
        <li>{t(($) => $.lab.figure.lanes.packets)}</li>
        <li>{t(($) => $.lab.figure.lanes.stream)}</li>
        <li>{t(($) => $.lab.figure.lanes.datagrams)}</li>
      </ul>
      <canvas
        ref={canvas}
        role="img"
        aria-label={t(($) => $.lab.figure.lanes.label)}
        style={`height:${LANES_HEIGHT}px`}
      />
      <p data-testid="lane-count" data-lost={count.lost} data-held={count.held}>
        {t(($) => $.lab.figure.lanes.count, {
          messages: count.messages,
          lost: count.lost,
          held: count.held,
          longest: Math.round(count.longestMs),
        })}
      </p>
      {isClean && (
        <Button kind="sun" testId="figure-loss" onClick={() => lab.simulate(LOSS)}>
          {t(($) => $.lab.figure.lanes.lose, { percent: LOSS.lossPercent, delay: LOSS.delayMs })}
        </Button>
      )}
      <p class="dim">{t(($) => $.lab.figure.lanes.about)}</p>
    </div>
  );
}

/** Gives a canvas the pixels of its place on the page. Returns its width (CSS pixels). */
function measured(element: HTMLCanvasElement, context: CanvasRenderingContext2D): number {
  const dense = Math.min(2, devicePixelRatio);
  const { clientWidth } = element;
  if (element.width !== Math.round(clientWidth * dense)) {
    element.width = Math.round(clientWidth * dense);
    element.height = LANES_HEIGHT * dense;
    context.scale(dense, dense);
  }
  return clientWidth;
}
