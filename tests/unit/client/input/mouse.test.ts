import { describe, expect, it } from "vitest";
import { TICK_RATE } from "#shared/tunables.ts";
import { createFakePage } from "./fakes.ts";

/** Ticks after which a mouse that lies still no longer aims when arrow keys are used: 1.5 s. */
const STILL = 1.5 * TICK_RATE;
const SOUTH = Math.PI / 2;
const WEST = Math.PI;

describe("mouse", () => {
  it("aims from where the character is now to where the mouse was last", () => {
    const page = createFakePage();
    page.mouse(0, 100);
    expect(page.sampler.sample().aim).toBeCloseTo(SOUTH);
    page.own.x = 100;
    page.own.y = 100;
    expect(page.sampler.peek().aim).toBeCloseTo(WEST);
    expect(page.sampler.sample().aim).toBeCloseTo(WEST);
  });

  it("keeps the last aim while there is no character to aim from", () => {
    const page = createFakePage();
    page.mouse(0, 100);
    page.sampler.sample();
    page.own.x = Number.NaN;
    expect(page.sampler.sample().aim).toBeCloseTo(SOUTH);
  });

  it("pushes and dashes with its buttons, also a second one while the first is held", () => {
    const page = createFakePage();
    page.mouse(50, 50, 1);
    expect(page.sampler.sample()).toMatchObject({ push: true, dash: false });
    page.mouse(50, 50, 1 | 2);
    expect(page.sampler.sample()).toMatchObject({ push: true, dash: true });
    page.mouse(50, 50, 0);
    expect(page.sampler.sample()).toMatchObject({ push: false, dash: false });
  });

  it("leaves clicks on buttons of the page alone, also when dragged off them", () => {
    const page = createFakePage();
    page.mouse(50, 50, 1, "button");
    page.mouse(90, 50, 1);
    expect(page.sampler.sample().push).toBe(false);
    page.mouse(90, 50, 0);
    page.mouse(90, 50, 1);
    page.mouse(95, 50, 0, "button");
    expect(page.sampler.sample().push).toBe(true);
    expect(page.sampler.sample().push).toBe(false);
  });

  it("has no context menu over the game, and no browser action on bound buttons", () => {
    const page = createFakePage();
    const menu = new Event("contextmenu", { cancelable: true });
    page.canvas.dispatchEvent(menu);
    expect(menu.defaultPrevented).toBe(true);
    expect(page.fire("mousedown", { button: 2 }).defaultPrevented).toBe(true);
    expect(page.fire("mousedown", { button: 0 }).defaultPrevented).toBe(false);
  });
});

describe("keyboard alone", () => {
  it("aims where it moves, and goes on looking there when it stands", () => {
    const page = createFakePage();
    page.down("ArrowLeft");
    expect(page.sampler.sample().aim).toBeCloseTo(WEST);
    page.up("ArrowLeft");
    expect(page.samples(20)?.aim).toBeCloseTo(WEST);
  });

  it("takes the aim from a mouse that lies still once arrow keys are used", () => {
    const page = createFakePage();
    page.mouse(0, 100);
    page.down("ArrowLeft");
    expect(page.samples(STILL - 1)?.aim).toBeCloseTo(SOUTH);
    expect(page.sampler.sample().aim).toBeCloseTo(WEST);
    page.mouse(3, 100);
    expect(page.sampler.sample().aim).toBeCloseTo(WEST);
    page.mouse(20, 100);
    expect(page.sampler.sample().aim).not.toBeCloseTo(WEST);
  });

  it("leaves the aim with the mouse when the other hand uses letters", () => {
    const page = createFakePage();
    page.mouse(0, 100);
    page.down("KeyA");
    expect(page.samples(3 * STILL)?.aim).toBeCloseTo(SOUTH);
  });

  it("keeps a diagonal whose keys are let go one shortly after the other", () => {
    const page = createFakePage();
    page.down("ArrowLeft");
    page.down("ArrowDown");
    const diagonal = page.sampler.sample().aim;
    page.up("ArrowDown");
    page.samples(2);
    page.up("ArrowLeft");
    expect(page.samples(20)?.aim).toBe(diagonal);
    page.down("ArrowLeft");
    expect(page.samples(10)?.aim).toBeCloseTo(WEST);
  });
});

describe("a mouse that nobody touches", () => {
  /** Ticks without mouse and keys after which the aim stays as it is: 10 s. */
  const LAID_DOWN = 10 * TICK_RATE;

  it("aims at nothing when others push the character about, until it moves or a key is used", () => {
    const page = createFakePage();
    page.mouse(0, 100);
    expect(page.samples(LAID_DOWN + 1)?.aim).toBeCloseTo(SOUTH);
    Object.assign(page.own, { x: 100, y: 100 });
    expect(page.samples(1)?.aim).toBeCloseTo(SOUTH);
    expect(page.sampler.peek().aim).toBeCloseTo(SOUTH);
    page.down("KeyE");
    expect(page.samples(1)?.aim).toBeCloseTo(WEST);
    page.up("KeyE");
    page.samples(LAID_DOWN + 1);
    Object.assign(page.own, { x: 0, y: 0 });
    expect(page.samples(1)?.aim).toBeCloseTo(WEST);
    page.mouse(0, 120);
    expect(page.samples(1)?.aim).toBeCloseTo(SOUTH);
  });

  it("goes on aiming for whoever plays with the keys", () => {
    const page = createFakePage();
    page.mouse(0, 100);
    page.down("KeyD");
    page.samples(LAID_DOWN * 2);
    Object.assign(page.own, { x: 100, y: 100 });
    expect(page.samples(1)?.aim).toBeCloseTo(WEST);
  });
});
