/**
 * The next state of a seeded generator and a number 0 <= n < 1 out of it (mulberry32 by Tommy Ettinger,
 * public domain). The state is a 32-bit integer that the caller keeps.
 */
export function nextRandom(state: number): { state: number; value: number } {
  const next = (state + 0x6d2b79f5) >>> 0;
  let t = next;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return { state: next, value: ((t ^ (t >>> 14)) >>> 0) / 4294967296 };
}

/** Dice that keep their state themselves: each roll is a number 0 <= n < 1, the same ones for the same seed. */
export function seededDice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    const next = nextRandom(state);
    state = next.state;
    return next.value;
  };
}
