import { expect, it } from "vitest";
import { fetchOnce } from "#client/session/fetch-once.ts";
import type { Inside } from "#client/session/inside.ts";
import { pageInside } from "../../../support/game.ts";

it("what a match needs is fetched once, and again after it could not be fetched", async () => {
  const answers: (() => Promise<Inside>)[] = [
    () => Promise.reject(new TypeError("Failed to fetch")),
    async () => pageInside("http://127.0.0.1:1"),
  ];
  let asked = 0;
  const inside = fetchOnce(() => {
    asked += 1;
    return answers.shift()?.() ?? Promise.reject(new Error("Asked too often."));
  });
  const both = [inside(), inside()];
  await expect(both[0]).rejects.toThrow("Failed to fetch");
  await expect(both[1]).rejects.toThrow("Failed to fetch");
  expect(asked).toBe(1);
  const fetched = await inside();
  expect(await inside()).toBe(fetched);
  expect(asked).toBe(2);
});
