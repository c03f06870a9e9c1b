import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "#client/session/settings.ts";
import { createFakePage } from "./fakes.ts";

describe("keyboard movement", () => {
  it("moves while a key is held and stops when it is let go", () => {
    const page = createFakePage();
    page.down("KeyD");
    expect(page.sampler.sample()).toMatchObject({ moveX: 1, moveY: 0 });
    expect(page.sampler.sample().moveX).toBe(1);
    page.up("KeyD");
    expect(page.sampler.sample().moveX).toBe(0);
  });

  it("is no faster on a diagonal", () => {
    const page = createFakePage();
    page.down("KeyD");
    page.down("KeyW");
    const { moveX, moveY } = page.sampler.sample();
    expect(moveX).toBeCloseTo(Math.SQRT1_2);
    expect(moveY).toBeCloseTo(-Math.SQRT1_2);
  });

  it("lets opposite keys cancel out, and goes on when one of two keys for the same is let go", () => {
    const page = createFakePage();
    page.down("KeyA");
    page.down("KeyD");
    expect(page.sampler.sample().moveX).toBe(0);
    page.down("ArrowRight");
    page.up("KeyA");
    page.up("KeyD");
    expect(page.sampler.sample().moveX).toBe(1);
  });

  it("follows the bindings of the settings as they are now", () => {
    const page = createFakePage();
    page.settings.value = {
      ...page.settings.value,
      bindings: { ...DEFAULT_SETTINGS.bindings, right: ["KeyL"], dash: ["ControlLeft"] },
    };
    page.down("KeyD");
    expect(page.sampler.sample().moveX).toBe(0);
    page.down("ControlLeft", { ctrlKey: true });
    page.down("KeyL", { ctrlKey: true });
    expect(page.sampler.sample()).toMatchObject({ moveX: 1, dash: true });
  });
});

describe("latching", () => {
  it("tells a press that is shorter than a tick exactly once", () => {
    const page = createFakePage();
    page.sampler.sample();
    page.down("Space");
    page.up("Space");
    expect(page.sampler.sample().push).toBe(true);
    expect(page.sampler.sample().push).toBe(false);
    expect(page.sampler.sample().push).toBe(false);
  });

  it("tells a release that is shorter than a tick, so that the next press counts as one", () => {
    const page = createFakePage();
    page.down("Space");
    page.sampler.sample();
    page.up("Space");
    page.down("Space");
    expect(page.sampler.sample().push).toBe(false);
    expect(page.sampler.sample().push).toBe(true);
  });

  it("ignores the repetition of a held key", () => {
    const page = createFakePage();
    page.down("Space");
    page.sampler.sample();
    page.down("Space", { repeat: true });
    page.up("Space");
    expect(page.sampler.sample().push).toBe(false);
    expect(page.sampler.sample().push).toBe(false);
  });

  it("shows the press at once in peek, which uses nothing up", () => {
    const page = createFakePage();
    page.down("KeyE");
    expect(page.sampler.peek().brace).toBe(true);
    page.up("KeyE");
    expect(page.sampler.peek().brace).toBe(true);
    expect(page.sampler.sample().brace).toBe(true);
    expect(page.sampler.peek().brace).toBe(false);
  });
});

describe("whose keys they are", () => {
  it("leaves keys to text fields and dialogues, but never misses a release", () => {
    const page = createFakePage();
    expect(page.down("KeyW", {}, "input").defaultPrevented).toBe(false);
    page.down("Space", {}, "dialog");
    expect(page.sampler.sample()).toMatchObject({ moveY: 0, push: false });
    page.down("KeyW");
    page.up("KeyW", {}, "textarea");
    page.sampler.sample();
    expect(page.sampler.sample().moveY).toBe(0);
  });

  it("takes bound keys from the browser only in a match", () => {
    const page = createFakePage();
    expect(page.down("Tab").defaultPrevented).toBe(true);
    expect(page.down("F5").defaultPrevented).toBe(false);
    page.sampler.enabled = false;
    expect(page.down("Space").defaultPrevented).toBe(false);
  });

  it("leaves shortcuts alone", () => {
    const page = createFakePage();
    expect(page.down("KeyD", { ctrlKey: true }).defaultPrevented).toBe(false);
    expect(page.sampler.sample().moveX).toBe(0);
  });

  it.each(["blur", "visibilitychange"])("lets everything go on %s", (type) => {
    const page = createFakePage();
    page.down("KeyD");
    page.down("Space");
    page.sampler.sample();
    page.fire(type);
    expect(page.sampler.sample()).toMatchObject({ moveX: 0, push: false });
    page.up("KeyD");
    expect(page.sampler.sample().moveX).toBe(0);
  });

  it("lets everything go with the Command key, during which macOS tells of no release", () => {
    const page = createFakePage();
    page.down("KeyD");
    page.sampler.sample();
    page.up("MetaLeft");
    expect(page.sampler.sample().moveX).toBe(0);
  });
});

describe("enabled", () => {
  it("is neutral while false, and forgets what was pressed meanwhile", () => {
    const page = createFakePage({}, false);
    page.down("KeyD");
    page.down("Space");
    page.up("Space");
    expect(page.sampler.peek()).toMatchObject({ moveX: 0, push: false });
    expect(page.sampler.sample()).toMatchObject({ moveX: 0, push: false });
    page.down("Space");
    page.up("Space");
    page.sampler.enabled = true;
    expect(page.sampler.sample()).toMatchObject({ moveX: 1, push: false });
  });

  it("hears nothing after destroy", () => {
    const page = createFakePage();
    page.sampler.destroy();
    page.sampler.enabled = true;
    page.down("KeyD");
    expect(page.sampler.sample().moveX).toBe(0);
  });
});

describe("scores and menu", () => {
  it("shows the scores while the key is held", () => {
    const page = createFakePage();
    page.down("Tab");
    page.down("Tab", { repeat: true });
    expect(page.scores).toEqual([true]);
    page.up("Tab");
    expect(page.scores).toEqual([true, false]);
  });

  it("hides them when the match ends or the page loses the keyboard", () => {
    const page = createFakePage();
    page.down("Tab");
    page.fire("blur");
    page.down("Tab");
    page.sampler.enabled = false;
    expect(page.scores).toEqual([true, false, true, false]);
  });

  it("asks for the menu with Escape, in a match only", () => {
    const page = createFakePage();
    page.down("Escape");
    page.down("Escape", {}, "dialog");
    page.sampler.enabled = false;
    page.down("Escape");
    expect(page.counts.menus).toBe(1);
  });
});
