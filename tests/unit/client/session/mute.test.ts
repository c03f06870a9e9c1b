import { expect, it } from "vitest";
import { toggleMute } from "#client/session/mute.ts";
import { DEFAULT_SETTINGS, repairSettings } from "#client/session/settings.ts";
import { createStores } from "#client/session/stores/stores.ts";
import { volumesOf } from "#client/sound/volumes.ts";

function page(lacks: Parameters<typeof createStores>[1] = []) {
  const stores = createStores(DEFAULT_SETTINGS, lacks);
  const { settings } = stores.preferences;
  const actions = {
    changeSettings(change: object) {
      settings.value = repairSettings({ ...settings.value, ...change });
    },
  };
  return { stores, settings, toggle: () => toggleMute(stores, actions) };
}

it("the sound goes off and on again, as loud as before, and says so", () => {
  const { stores, settings, toggle } = page();
  toggle();
  expect(volumesOf(settings.value)).toEqual({ sound: 0, music: 0 });
  expect(stores.notices.items.value.map(({ text }) => text())).toEqual(["Sound off"]);
  toggle();
  expect(volumesOf(settings.value)).toEqual({ sound: DEFAULT_SETTINGS.sound, music: DEFAULT_SETTINGS.music });
  expect(stores.notices.items.value.map(({ text }) => text())).toEqual(["Sound off", "Sound on"]);
});

it("a browser without sound has none to take away", () => {
  const { stores, settings, toggle } = page(["sound"]);
  toggle();
  expect(settings.value.muted).toBe(false);
  expect(stores.notices.items.value).toEqual([]);
});
