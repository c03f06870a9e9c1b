import { describe, expect, it } from "vitest";
import { createFakePage, fakePad } from "./fakes.ts";

describe("somebody is there who", () => {
  it("presses any key, also one that means nothing, and in a dialogue", () => {
    const page = createFakePage();
    page.down("KeyP");
    expect(page.counts.uses).toBe(1);
    // Held down it says no more.
    page.down("KeyP", { repeat: true });
    expect(page.counts.uses).toBe(1);
    page.sampler.enabled = false;
    page.down("Tab", {}, "dialog");
    page.down("KeyA", {}, "input");
    expect(page.counts.uses).toBe(3);
  });

  it("clicks or taps anywhere", () => {
    const page = createFakePage();
    page.fire("pointerdown", { pointerType: "mouse", clientX: 5, clientY: 5, buttons: 1 }, "button");
    page.finger("pointerdown");
    page.finger("pointermove");
    page.finger("pointerup");
    expect(page.counts.uses).toBe(2);
  });

  it("uses a button or a stick of a gamepad, but not one whose pad lies askew", () => {
    const page = createFakePage();
    page.pads[0] = fakePad([0, 0.1, 0, 0]);
    page.samples(5);
    expect(page.counts.uses).toBe(0);
    page.pads[0] = fakePad([0, 0.1, 0, 0], [9]);
    page.samples(5);
    expect(page.counts.uses).toBe(1);
    page.pads[0] = fakePad([1, 0, 0, 0]);
    page.samples(5);
    expect(page.counts.uses).toBe(2);
  });
});
