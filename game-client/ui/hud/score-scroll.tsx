import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../words/t.ts";
import { pagesOfKey, stickSpeed } from "./score-scroll-steps.ts";

/** A part of the page that scrolls a long score table: by wheel and touch, by keys, and by the right stick of a gamepad. */
export function ScoreScroll({ children }: { children: ComponentChildren }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const box = ref.current;
      const pages = pagesOfKey(event.code);
      // A dialogue over the table has its own use for these keys.
      if (box === null || pages === undefined || document.querySelector("dialog[open]") !== null) return;
      event.preventDefault();
      box.scrollTop += pages * box.clientHeight;
    };
    let last = performance.now();
    let frame = requestAnimationFrame(function follow(now) {
      const pads = navigator.getGamepads();
      const speed = pads.map((pad) => stickSpeed(pad?.axes[3] ?? 0)).find((each) => each !== 0) ?? 0;
      if (speed !== 0) ref.current?.scrollBy(0, (speed * (now - last)) / 1000);
      last = now;
      frame = requestAnimationFrame(follow);
    });
    window.addEventListener("keydown", onKey);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("keydown", onKey);
    };
  }, []);
  return (
    <section
      ref={ref}
      class="scores-scroll"
      data-testid="scores-scroll"
      aria-label={t(($) => $.hud.scores.title)}
    >
      {children}
    </section>
  );
}
