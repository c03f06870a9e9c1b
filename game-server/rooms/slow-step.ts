/** Keeps the processor busy for this long (ms), to see what a slow server looks like. */
export function burn(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}
