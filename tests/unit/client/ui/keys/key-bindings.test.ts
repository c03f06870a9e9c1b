import { describe, expect, it } from "vitest";
import { CONTROLS, DEFAULT_SETTINGS } from "#client/session/settings.ts";
import { keyLabel, ownerOf, rebind } from "#client/ui/keys/key-bindings.ts";

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
