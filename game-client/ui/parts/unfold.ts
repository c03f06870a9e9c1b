import { useEffect, useState } from "preact/hooks";

/** How many of `count` parts to show: one more with each frame, so that no single frame has to build all of them. */
export function useUnfold(count: number): number {
  const [shown, show] = useState(0);
  useEffect(() => {
    if (shown >= count) return;
    const frame = requestAnimationFrame(() => show(shown + 1));
    return () => cancelAnimationFrame(frame);
  }, [shown, count]);
  return shown;
}
