import { expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "#client/session/settings.ts";
import { isAskedForLife } from "#client/session/sign-of-life.ts";
import { createStores } from "#client/session/stores/stores.ts";

it("the server hears of any key while somebody is away, or about to be, and before their room closes", () => {
  const stores = createStores({ ...DEFAULT_SETTINGS });
  const { own, hud } = stores;
  expect(isAskedForLife(stores)).toBe(false);
  for (const asks of [own.awayIn, hud.closesIn]) {
    asks.value = 3;
    expect(isAskedForLife(stores)).toBe(true);
    asks.value = 0;
  }
  own.away.value = true;
  expect(isAskedForLife(stores)).toBe(true);
});
