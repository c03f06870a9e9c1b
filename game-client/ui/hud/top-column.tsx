import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * What stands below each other at the top: the clock, and what the mode tells. How far down it reaches is the length
 * `--top-column` of the page: what comes up for a moment lies below it and covers none of it.
 */
export function TopColumn({ children }: { children: ComponentChildren }) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const column = ref.current;
    if (column === null) return;
    const { style } = document.documentElement;
    const resizing = new ResizeObserver(() => {
      style.setProperty("--top-column", `${column.offsetTop + column.offsetHeight}px`);
    });
    resizing.observe(column);
    return () => {
      resizing.disconnect();
      style.removeProperty("--top-column");
    };
  }, []);
  return (
    <div ref={ref} class="hud-top">
      {children}
    </div>
  );
}
