import { describe, expect, it } from "vitest";
import { CONTROLS, DEFAULT_SETTINGS } from "#client/session/settings.ts";
import { codeFor, keyLabel, ownerOf, rebind } from "#client/ui/keys/key-bindings.ts";
import { kindOfPad, padSign } from "#client/ui/keys/pad-signs.ts";

const { bindings } = DEFAULT_SETTINGS;

describe("rebinding a key", () => {
  it("puts the key into the slot", () => {
    expect(rebind(bindings, "dash", 0, "KeyF").dash).toEqual(["KeyF", "ShiftLeft"]);
    expect(rebind(bindings, "dash", 1, "KeyF").dash).toEqual(["Mouse2", "KeyF"]);
  });

  it("appends to a control that has fewer keys", () => {
    expect(rebind(bindings, "scores", 1, "KeyT").scores).toEqual(["Tab", "KeyT"]);
    expect(rebind({ ...bindings, scores: [] }, "scores", 1, "KeyT").scores).toEqual(["KeyT"]);
  });

  it("takes the key away from the control that had it", () => {
    const next = rebind(bindings, "dash", 1, "KeyE");
    expect(next.dash).toEqual(["Mouse2", "KeyE"]);
    expect(next.brace).toEqual(["KeyQ"]);
  });

  it("moves a key within its control instead of having it twice", () => {
    expect(rebind(bindings, "up", 1, "KeyW").up).toEqual(["KeyW"]);
    expect(rebind(bindings, "up", 0, "KeyW").up).toEqual(["KeyW", "ArrowUp"]);
  });

  it("never leaves one key with two controls, whatever is done", () => {
    const codes = ["KeyW", "KeyE", "Mouse0", "Space", "Tab", "KeyX"];
    let next = bindings;
    for (let step = 0; step < 200; step += 1) {
      const control = CONTROLS[(step * 7) % CONTROLS.length] ?? "up";
      next = rebind(next, control, step % 2, codes[(step * 5) % codes.length] ?? "KeyX");
      const all = Object.values(next).flat();
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it("does not change what it was given", () => {
    const before = structuredClone(bindings);
    rebind(bindings, "dash", 0, "KeyW");
    expect(bindings).toEqual(before);
  });
});

describe("the owner of a key", () => {
  it("is the control that has it", () => {
    expect(ownerOf(bindings, "Space")).toBe("push");
    expect(ownerOf(bindings, "KeyZ")).toBeUndefined();
  });
});

describe("the key that is shown for a control", () => {
  it.each([
    ["push", "mouse", "Mouse0"],
    ["push", "keyboard", "Space"],
    ["dash", "keyboard", "ShiftLeft"],
    ["brace", "mouse", "KeyE"],
    ["mute", "keyboard", "KeyM"],
  ] as const)("%s, with a hand on the %s: %s", (control, hand, code) => {
    expect(codeFor(bindings, control, hand)).toBe(code);
  });

  it("is the one that was chosen, and none where there is none", () => {
    const next = rebind(rebind(bindings, "push", 0, "KeyF"), "brace", 0, "Mouse4");
    expect(codeFor(next, "push", "mouse")).toBe("KeyF");
    expect(codeFor(next, "brace", "mouse")).toBe("Mouse4");
    expect(codeFor({ ...next, dash: [] }, "dash", "mouse")).toBeUndefined();
  });
});

describe("what stands on a gamepad", () => {
  it.each([
    ["Xbox Wireless Controller (STANDARD GAMEPAD Vendor: 045e Product: 0b13)", "RT", "RB"],
    ["DualSense Wireless Controller (STANDARD GAMEPAD Vendor: 054c Product: 0ce6)", "R2", "R1"],
    ["Wireless Controller (STANDARD GAMEPAD Vendor: 054c Product: 09cc)", "R2", "R1"],
    ["054c-0ce6-DualSense Wireless Controller", "R2", "R1"],
    ["Pro Controller (STANDARD GAMEPAD Vendor: 057e Product: 2009)", "ZR", "R"],
    ["Some pad", "RT", "RB"],
    [undefined, "RT", "RB"],
  ])("%s", (id, push, brace) => {
    const kind = kindOfPad(id);
    expect([padSign("push", kind), padSign("brace", kind)]).toEqual([push, brace]);
  });
});

describe("the label of a key", () => {
  it.each([
    ["KeyW", "W"],
    ["Digit4", "4"],
    ["ArrowUp", "↑"],
    ["Mouse0", "Left click"],
    ["Numpad7", "Num 7"],
    ["PageDown", "Page Down"],
    ["F5", "F5"],
  ])("of %s is %s", (code, label) => {
    expect(keyLabel(code)).toBe(label);
  });
});
