/** What the fingers are doing; written by the touch controls of the ui, read by the input sampler. */
export interface TouchState {
  /** Whether touch was the last kind of input used; the sampler keeps it up to date. */
  active: boolean;
  /** Left stick, -1..1. */
  moveX: number;
  moveY: number;
  /** Right stick, -1..1; its direction aims. */
  aimX: number;
  aimY: number;
  push: boolean;
  dash: boolean;
  brace: boolean;
}

export function createTouchState(): TouchState {
  return { active: false, moveX: 0, moveY: 0, aimX: 0, aimY: 0, push: false, dash: false, brace: false };
}
