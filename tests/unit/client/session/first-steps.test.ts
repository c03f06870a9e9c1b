import { describe, expect, it } from "vitest";
import { FIRST_STEPS, FirstSteps, type Glimpse, type ShownStep } from "#client/session/first-steps.ts";

const NOTHING: Glimpse = { walked: 0, pushed: 0, planted: false, parried: false, threatened: false };
const FRAME = 1 / 60;

/** Somebody at the beginning of their first match. */
function newcomer(learned: Iterable<(typeof FIRST_STEPS)[number]> = []) {
  const steps = new FirstSteps(learned);
  /** Lets so many seconds pass in which the same happens in each frame. */
  const pass = (seconds: number, seen: Partial<Glimpse> = {}): ShownStep | undefined => {
    let shown: ShownStep | undefined;
    for (let at = 0; at < seconds - FRAME / 2; at += FRAME)
      shown = steps.next({ ...NOTHING, ...seen }, FRAME);
    return shown;
  };
  pass(1);
  return { steps, pass };
}

describe("the first steps", () => {
  it("leave a moment to look around", () => {
    const steps = new FirstSteps();
    expect(steps.next(NOTHING, 0.5)).toBeUndefined();
    expect(steps.next(NOTHING, 0.6)).toEqual({ step: "move", done: false });
  });

  it("are asked for one after the other, each with a word of praise", () => {
    const { steps, pass } = newcomer();
    expect(pass(10)).toEqual({ step: "move", done: false });
    expect(pass(FRAME, { walked: 1.9 })).toEqual({ step: "move", done: false });
    expect(pass(FRAME, { walked: 0.2 })).toEqual({ step: "move", done: true });
    expect(pass(3)).toEqual({ step: "push", done: false });
    // A tap is no answer: charge is a share of the full one.
    expect(pass(FRAME, { pushed: 0.1 })).toEqual({ step: "push", done: false });
    expect(pass(FRAME, { pushed: 0.8 })).toEqual({ step: "push", done: true });
    expect(pass(60)).toBeUndefined();
    expect(pass(FRAME, { threatened: true })).toEqual({ step: "brace", done: false });
    expect(pass(0.5, { planted: true })).toEqual({ step: "brace", done: true });
    expect(pass(5)).toBeUndefined();
    expect(steps.isOver).toBe(true);
    expect(steps.learned).toEqual(FIRST_STEPS);
  });

  it("speak of bracing only while somebody charges, and for a moment after", () => {
    const { pass } = newcomer(["move", "push"]);
    expect(pass(1)).toBeUndefined();
    expect(pass(FRAME, { threatened: true })).toEqual({ step: "brace", done: false });
    expect(pass(2)).toEqual({ step: "brace", done: false });
    expect(pass(10)).toBeUndefined();
    expect(pass(FRAME, { threatened: true })).toEqual({ step: "brace", done: false });
  });

  it("take a parry for an answer, and no brace that was let go at once", () => {
    const { steps, pass } = newcomer(["move", "push"]);
    pass(FRAME, { threatened: true });
    pass(2 * FRAME, { planted: true });
    pass(FRAME);
    pass(2 * FRAME, { planted: true });
    expect(steps.learned).not.toContain("brace");
    pass(FRAME, { parried: true });
    expect(steps.learned).toContain("brace");
  });

  it("do not ask for what somebody does by themselves, nor praise it", () => {
    const { steps, pass } = newcomer();
    expect(pass(FRAME, { pushed: 1, parried: true })).toEqual({ step: "move", done: false });
    expect(steps.learned).toEqual(["push", "brace"]);
    expect(pass(FRAME, { walked: 2 })).toEqual({ step: "move", done: true });
    expect(pass(5, { threatened: true })).toBeUndefined();
  });

  it("are never asked for again", () => {
    const { steps, pass } = newcomer(FIRST_STEPS);
    expect(steps.isOver).toBe(true);
    expect(pass(5, { threatened: true })).toBeUndefined();
  });
});
