import { describe, expect, it } from "vitest";
import { DEAD_ZONE, radialDeadZone, readPad } from "#client/input/gamepad.ts";
import { createFakePage, fakePad } from "./fakes.ts";

const REST = [0, 0, 0, 0];
const SOUTH = Math.PI / 2;
const WEST = Math.PI;

describe("dead zone", () => {
  it("swallows what a worn stick rests at, in every direction alike", () => {
    expect(radialDeadZone(0.1, -0.14)).toEqual({ x: 0, y: 0 });
  });

  it("starts at nothing and ends at 1, without changing the direction", () => {
    expect(radialDeadZone(DEAD_ZONE + 0.001, 0).x).toBeLessThan(0.01);
    expect(radialDeadZone(0, -1)).toEqual({ x: 0, y: -1 });
    const corner = radialDeadZone(1, 1);
    expect(Math.hypot(corner.x, corner.y)).toBeCloseTo(1);
    const some = radialDeadZone(0.3, 0.4);
    expect(Math.atan2(some.y, some.x)).toBeCloseTo(Math.atan2(0.4, 0.3));
  });
});

describe("gamepad", () => {
  it("moves, aims and presses as the standard mapping says", () => {
    const page = createFakePage();
    page.pads.push(fakePad([1, 0, 0, 1], [7, 1, 4]));
    const input = page.sampler.sample();
    expect(input).toMatchObject({ moveX: 1, moveY: 0, push: true, dash: true, brace: true });
    expect(input.aim).toBeCloseTo(SOUTH);
    expect(page.sampler.device).toBe("gamepad");
  });

  it("moves with the d-pad while the stick rests", () => {
    const { moveX, moveY } = readPad(fakePad(REST, [12, 14]));
    expect(moveX).toBeCloseTo(-Math.SQRT1_2);
    expect(moveY).toBeCloseTo(-Math.SQRT1_2);
  });

  it("counts a trigger that is pulled by a third", () => {
    const pad = fakePad(REST);
    const buttons = pad.buttons.map((button, i) => (i === 7 ? { pressed: false, value: 0.34 } : button));
    expect(readPad({ ...pad, buttons }).buttons.push).toBe(true);
  });

  it("shows scores and menu", () => {
    const page = createFakePage();
    page.pads[0] = fakePad(REST, [8, 9]);
    page.samples(3);
    page.pads[0] = fakePad(REST);
    page.samples(3);
    expect(page.scores).toEqual([true, false]);
    expect(page.counts.menus).toBe(1);
  });

  it("may be unplugged in the middle of everything, and another plugged in", () => {
    const page = createFakePage();
    page.pads[0] = fakePad([1, 0, 0, 0], [7]);
    page.sampler.sample();
    page.pads[0] = null;
    expect(page.sampler.sample()).toMatchObject({ moveX: 0, push: false });
    page.pads[1] = fakePad([0, -1, 0, 0], [], 1);
    expect(page.sampler.sample()).toMatchObject({ moveX: 0, moveY: -1 });
  });
});

describe("touch", () => {
  it("moves and aims with the sticks", () => {
    const page = createFakePage();
    page.finger("pointerdown");
    Object.assign(page.touch, { moveX: 0.5, moveY: 0, aimX: 0, aimY: 0.8 });
    const input = page.sampler.sample();
    expect(input.moveX).toBe(0.5);
    expect(input.aim).toBeCloseTo(SOUTH);
    expect(page.sampler.device).toBe("touch");
    expect(page.touch.active).toBe(true);
  });

  it("fires where the right stick pointed when it was let go, and then looks where it goes", () => {
    const page = createFakePage();
    Object.assign(page.touch, { moveX: -1, aimX: 0, aimY: 1, push: true });
    expect(page.sampler.sample()).toMatchObject({ push: true, aim: SOUTH });
    Object.assign(page.touch, { aimX: 0, aimY: 0, push: false });
    expect(page.sampler.sample()).toMatchObject({ push: false, aim: SOUTH });
    expect(page.samples(20)?.aim).toBeCloseTo(WEST);
  });

  it("tells a tap that begins and ends between two samples", () => {
    const page = createFakePage();
    page.touch.dash = true;
    page.finger("pointerdown");
    page.touch.dash = false;
    page.finger("pointerup");
    expect(page.sampler.sample().dash).toBe(true);
    expect(page.sampler.sample().dash).toBe(false);
  });
});

describe("the device used last", () => {
  it("is not a pad whose stick rests askew or trembles", () => {
    const page = createFakePage();
    page.down("KeyD");
    page.pads[0] = fakePad([0.3, 0, 0, 0]);
    page.sampler.sample();
    page.pads[0] = fakePad([0.33, 0.05, 0, 0]);
    expect(page.sampler.sample()).toMatchObject({ moveX: 1 });
    expect(page.sampler.device).toBe("keyboard");
  });

  it("changes from pad to keys with the key, and back when the pad is really moved", () => {
    const page = createFakePage();
    page.pads[0] = fakePad([-1, 0, 0, 0]);
    expect(page.sampler.sample().moveX).toBe(-1);
    page.down("KeyD");
    expect(page.samples(5)?.moveX).toBe(1);
    page.pads[0] = fakePad([0, -1, 0, 0]);
    expect(page.sampler.sample()).toMatchObject({ moveX: 0, moveY: -1 });
  });

  it("is not a mouse that the table shakes", () => {
    const page = createFakePage();
    page.mouse(100, 100);
    page.pads[0] = fakePad([1, 0, 0, 0]);
    page.sampler.sample();
    page.mouse(103, 101);
    page.sampler.sample();
    expect(page.sampler.device).toBe("gamepad");
    page.mouse(130, 101);
    expect(page.sampler.device).toBe("keyboard");
  });

  it("takes the touch controls away when keys are used", () => {
    const page = createFakePage();
    page.finger("pointerdown");
    page.down("KeyD");
    expect(page.touch.active).toBe(false);
  });

  it("does not let go of a push that another device holds", () => {
    const page = createFakePage();
    page.down("Space");
    page.sampler.sample();
    page.pads[0] = fakePad([1, 0, 0, 0]);
    expect(page.sampler.sample()).toMatchObject({ push: true, moveX: 1 });
  });
});
