import { expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "#client/session/settings.ts";
import { SignOfLife } from "#client/session/sign-of-life.ts";
import { createStores } from "#client/session/stores/stores.ts";

it("the server hears of any key while somebody is away, or about to be, and before their room closes", () => {
  const stores = createStores({ ...DEFAULT_SETTINGS });
  const sign = new SignOfLife(stores);
  const { own, hud } = stores;
  expect(sign.isDue(0)).toBe(false);
  for (const asks of [own.awayIn, hud.closesIn]) {
    asks.value = 3;
    expect(sign.isDue(0)).toBe(true);
    asks.value = 0;
  }
  own.away.value = true;
  expect(sign.isDue(0)).toBe(true);
});

it("it hears of a host every 10 s while they do anything, and of nobody else", () => {
  const stores = createStores({ ...DEFAULT_SETTINGS });
  const sign = new SignOfLife(stores);
  stores.lobby.host.value = { name: "Ann", self: false };
  expect(sign.isDue(0)).toBe(false);
  stores.lobby.host.value = { name: "Bob", self: true };
  const heard = [0, 5_000, 9_999, 10_000, 12_000, 31_000].filter((at) => sign.isDue(at));
  expect(heard).toEqual([0, 10_000, 31_000]);
});
