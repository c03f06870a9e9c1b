import { describe, expect, it } from "vitest";
import { type MenuPress, readMenuPad } from "#client/input/menu-pad.ts";
import { type Box, nextInDirection } from "#client/ui/focus/direction.ts";
import { Presses, REPEAT_AFTER_MS, REPEAT_EVERY_MS } from "#client/ui/focus/presses.ts";
import { createFakePage, fakePad } from "../../input/fakes.ts";

const REST = [0, 0, 0, 0];
const A = 0;
const START = 9;

function box(left: number, top: number, width: number, height: number): Box {
  return { left, top, right: left + width, bottom: top + height };
}

describe("the next in a direction", () => {
  const from = box(100, 100, 80, 40);

  it("is the nearest one that lies there", () => {
    const boxes = [box(100, 300, 80, 40), box(100, 160, 80, 40), box(100, 20, 80, 40)];
    expect(nextInDirection(from, boxes, "down")).toBe(1);
    expect(nextInDirection(from, boxes, "up")).toBe(2);
    expect(nextInDirection(from, boxes, "left")).toBeUndefined();
  });

  it("is straight ahead rather than nearer but beside the way", () => {
    const boxes = [box(400, 150, 80, 40), box(100, 200, 80, 40)];
    expect(nextInDirection(from, boxes, "down")).toBe(1);
    expect(nextInDirection(from, boxes, "right")).toBe(0);
  });

  it("leads from a small one into a large one and back", () => {
    const large = box(300, 0, 400, 400);
    expect(nextInDirection(from, [large], "right")).toBe(0);
    expect(nextInDirection(large, [from], "left")).toBe(0);
    expect(nextInDirection(from, [large], "down")).toBeUndefined();
  });

  it("is the better aligned one of two below a wide one", () => {
    const wide = box(0, 0, 600, 40);
    expect(nextInDirection(wide, [box(0, 60, 100, 40), box(280, 60, 100, 40)], "down")).toBe(1);
  });
});

describe("a gamepad in a menu", () => {
  it("has a d-pad and a stick for directions, and one direction of a stick at a time", () => {
    const read = (axes: readonly number[], pressed: readonly number[] = []) => [
      ...readMenuPad(fakePad(axes, pressed), new Set()),
    ];
    expect(read(REST, [12, 0])).toEqual(["accept", "up"]);
    expect(read(REST, [1, 9])).toEqual(["back", "menu"]);
    expect(read([0.9, 0.7, 0, 0])).toEqual(["right"]);
    expect(read([0.5, 0, 0, 0])).toEqual([]);
  });

  it("does not press again while a thumb trembles at the edge", () => {
    const before: ReadonlySet<MenuPress> = new Set(["down"]);
    expect([...readMenuPad(fakePad([0, 0.45, 0, 0]), before)]).toEqual(["down"]);
    expect([...readMenuPad(fakePad([0, 0.3, 0, 0]), before)]).toEqual([]);
  });
});

describe("held buttons of a menu", () => {
  const down: ReadonlySet<MenuPress> = new Set(["down"]);
  const none: ReadonlySet<MenuPress> = new Set();

  it("repeat a direction after a while, and then evenly", () => {
    const presses = new Presses();
    const times: number[] = [];
    for (let now = 0; now <= REPEAT_AFTER_MS + 2 * REPEAT_EVERY_MS; now += 5) {
      if (presses.next(down, now).length > 0) times.push(now);
    }
    expect(times).toEqual([0, REPEAT_AFTER_MS, REPEAT_AFTER_MS + REPEAT_EVERY_MS, REPEAT_AFTER_MS + 190]);
  });

  it("press A, B and start once", () => {
    const presses = new Presses();
    const held: ReadonlySet<MenuPress> = new Set(["accept", "back", "menu"]);
    expect(presses.next(held, 0)).toHaveLength(3);
    expect(presses.next(held, 10_000)).toEqual([]);
    expect(presses.next(none, 10_001)).toEqual([]);
    expect(presses.next(new Set(["accept"]), 10_002)).toEqual(["accept"]);
  });

  it("mean nothing to a menu that opened under them", () => {
    const presses = new Presses();
    presses.swallow(down);
    expect(presses.next(down, 0)).toEqual([]);
    expect(presses.next(down, 10_000)).toEqual([]);
    presses.next(none, 10_001);
    expect(presses.next(down, 10_002)).toEqual(["down"]);
  });
});

describe("the press that closes a menu", () => {
  it("is no push, and neither does start open the menu again", () => {
    const page = createFakePage({}, false);
    page.samples(2);
    page.pads[0] = fakePad(REST, [A, START]);
    page.sampler.enabled = true;
    expect(page.samples(5)?.push).toBe(false);
    expect(page.counts.menus).toBe(0);
    expect(page.sampler.device).toBe("gamepad");
    page.pads[0] = fakePad(REST);
    page.samples(1);
    page.pads[0] = fakePad(REST, [A]);
    expect(page.samples(1)?.push).toBe(true);
  });
});
