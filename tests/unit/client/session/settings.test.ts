import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  CONTROLS,
  DEFAULT_SETTINGS,
  type KeyValueStore,
  loadSettings,
  repairSettings,
  saveSettings,
} from "#client/session/settings.ts";
import { LOOKS } from "#shared/look.ts";

function storeWith(text: string | null): KeyValueStore & { text: string | null } {
  return {
    text,
    getItem() {
      return this.text;
    },
    setItem(_key, value) {
      this.text = value;
    },
    removeItem() {
      this.text = null;
    },
  };
}

describe("kept settings", () => {
  it("come back as they were", () => {
    const store = storeWith(null);
    const chosen = {
      ...DEFAULT_SETTINGS,
      name: "Ann",
      look: { color: 3, pattern: 1, hat: 2 },
      music: 0,
      effects: "low" as const,
      bindings: { ...DEFAULT_SETTINGS.bindings, dash: ["KeyF"] },
    };
    saveSettings(store, chosen);
    expect(loadSettings(store, () => 0)).toEqual(chosen);
  });

  it("are the default ones on a first visit, and when what is kept is no JSON", () => {
    expect(loadSettings(storeWith(null), () => 0)).toEqual(DEFAULT_SETTINGS);
    expect(loadSettings(storeWith("{broken"), () => 0)).toEqual(DEFAULT_SETTINGS);
  });

  it("are copies: whoever changes them does not change the default", () => {
    for (const text of [null, "{broken"]) {
      loadSettings(storeWith(text), () => 0).bindings.up.push("KeyX");
      expect(loadSettings(storeWith(text), () => 0).bindings.up).toEqual(["KeyW", "ArrowUp"]);
    }
  });

  it("lose only the field that is damaged", () => {
    const repaired = repairSettings({ name: "Ann", sound: 7, music: 0.25, effects: "huge", names: "yes" });
    expect(repaired).toEqual({ ...DEFAULT_SETTINGS, name: "Ann", music: 0.25 });
  });

  it("lose only the look that does not exist", () => {
    const { look } = repairSettings({ look: { color: LOOKS.colors, pattern: 1, hat: -1 } });
    expect(look).toEqual({ color: 0, pattern: 1, hat: 0 });
  });

  it("lose only the control whose keys are damaged; no keys at all are a choice", () => {
    const { bindings } = repairSettings({ bindings: { up: ["KeyI"], down: [7], left: "KeyJ", push: [] } });
    expect(bindings).toEqual({ ...DEFAULT_SETTINGS.bindings, up: ["KeyI"], push: [] });
  });

  it("give a control that is new its keys, but none that somebody has given to another one", () => {
    const { mute: _, ...before } = DEFAULT_SETTINGS.bindings;
    expect(repairSettings({ bindings: before }).bindings.mute).toEqual(["KeyM"]);
    const { bindings } = repairSettings({ bindings: { ...before, brace: ["KeyM"] } });
    expect(bindings).toMatchObject({ brace: ["KeyM"], mute: [] });
  });

  it("know which of the first steps are behind somebody, and no others", () => {
    expect(repairSettings({ taught: ["brace", "fly", "move", 7] }).taught).toEqual(["move", "brace"]);
    expect(repairSettings({ taught: "move" }).taught).toEqual([]);
  });

  it("are whole and legal, whatever was kept", () => {
    const shape = fc.record(
      {
        name: fc.anything(),
        look: fc.anything(),
        sound: fc.anything(),
        shake: fc.anything(),
        bindings: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(shape, fc.anything()), (kept) => {
        const { name, look, sound, bindings } = repairSettings(kept);
        expect(name.length).toBeLessThanOrEqual(16);
        expect(look.color).toBeLessThan(LOOKS.colors);
        expect(sound).toBeGreaterThanOrEqual(0);
        expect(sound).toBeLessThanOrEqual(1);
        expect(Object.keys(bindings)).toEqual([...CONTROLS]);
        for (const control of CONTROLS) expect(Array.isArray(bindings[control])).toBe(true);
      }),
    );
  });

  it("are given up without a fuss by a browser that keeps nothing", () => {
    const info = vi.spyOn(console, "info").mockImplementation(() => {});
    const full: KeyValueStore = {
      ...storeWith(null),
      setItem() {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    expect(() => saveSettings(full, DEFAULT_SETTINGS)).not.toThrow();
    expect(info).toHaveBeenCalledOnce();
    info.mockRestore();
  });
});

describe("a first visit", () => {
  it("gets a look by lot, and keeps it", () => {
    const store = storeWith(null);
    const draws = [0.3, 0.9, 0.5];
    const { look } = loadSettings(store, () => draws.shift() ?? 0);
    expect(look).toEqual({ color: 3, pattern: 5, hat: 4 });
    expect(loadSettings(store, () => 0.99).look).toEqual(look);
  });

  it("can come to every look, and to no other", () => {
    const looks = (value: number) => loadSettings(storeWith(null), () => value).look;
    expect(looks(0)).toEqual({ color: 0, pattern: 0, hat: 0 });
    expect(looks(0.9999)).toEqual({
      color: LOOKS.colors - 1,
      pattern: LOOKS.patterns - 1,
      hat: LOOKS.hats - 1,
    });
  });

  it("works in a browser that keeps nothing", () => {
    const forbidden = () => {
      throw new DOMException("no", "SecurityError");
    };
    const info = vi.spyOn(console, "info").mockImplementation(() => {});
    const store = { getItem: forbidden, setItem: forbidden, removeItem: forbidden };
    expect(loadSettings(store, () => 0.5).look.color).toBe(6);
    info.mockRestore();
  });
});
