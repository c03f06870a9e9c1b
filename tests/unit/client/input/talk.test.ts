import { describe, expect, it } from "vitest";
import { createFakePage } from "./fakes.ts";

describe("the key that takes the sound away", () => {
  it("does so once a press, in menus as well, and not where one types", () => {
    const page = createFakePage();
    page.down("KeyM");
    page.down("KeyM", { repeat: true });
    page.up("KeyM");
    expect(page.counts.mutes).toBe(1);
    page.down("KeyM", {}, "input");
    page.up("KeyM");
    expect(page.counts.mutes).toBe(1);
    page.sampler.enabled = false;
    page.down("KeyM");
    expect(page.counts.mutes).toBe(2);
  });

  it("does so in a dialogue too, where it is on a button or a slider", () => {
    const page = createFakePage({}, false);
    page.down("KeyM", {}, "dialog");
    page.down("KeyM", { repeat: true }, "dialog");
    page.down("KeyM", { ctrlKey: true }, "dialog");
    page.down("KeyW", {}, "dialog");
    expect(page.counts.mutes).toBe(1);
  });

  it("can be another one", () => {
    const page = createFakePage();
    const { bindings } = page.settings.value;
    page.settings.value = { ...page.settings.value, bindings: { ...bindings, mute: ["KeyN"] } };
    page.down("KeyM");
    page.down("KeyN");
    expect(page.counts.mutes).toBe(1);
  });
});

describe("keys and buttons for talk", () => {
  it("are asked for once a press, and are kept from the browser and the game", () => {
    const page = createFakePage();
    expect(page.down("Enter").defaultPrevented).toBe(true);
    page.down("Enter", { repeat: true });
    page.up("Enter");
    page.down("KeyG");
    expect(page.talks).toEqual(["chat", "emotes"]);
  });

  it("are no keys of the game where one types, nor outside of a match", () => {
    const page = createFakePage();
    page.down("KeyG", {}, "input");
    page.sampler.enabled = false;
    page.down("KeyT");
    expect(page.talks).toEqual([]);
  });

  it("can be others", () => {
    const page = createFakePage();
    const { bindings } = page.settings.value;
    page.settings.value = { ...page.settings.value, bindings: { ...bindings, chat: ["KeyY"] } };
    page.down("Enter");
    page.down("KeyY");
    expect(page.talks).toEqual(["chat"]);
  });

  it("are the sticks of a gamepad, pressed", () => {
    const page = createFakePage();
    const buttons = Array.from({ length: 17 }, () => ({ pressed: false, value: 0 }));
    const press = (pressed: boolean) => {
      buttons[11] = { pressed, value: Number(pressed) };
      page.pads[0] = { index: 0, connected: true, axes: [0, 0, 0, 0], buttons };
      page.sampler.sample();
    };
    press(true);
    press(true);
    press(false);
    expect(page.talks).toEqual(["emotes"]);
  });
});
