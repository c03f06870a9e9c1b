import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GameServer } from "#server/server.ts";
import { REFUSALS } from "#transports/contract/refusals.ts";
import { addressOf, startGame } from "../support/game.ts";

let server: GameServer;
beforeAll(async () => {
  server = await startGame({ maxJoinsPerMinute: 3 });
});
afterAll(() => server.stop());

function ask(path: string, quiet: boolean, body: unknown = {}): Promise<Response> {
  return fetch(addressOf(server) + path, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      ...(quiet ? { [REFUSALS.asked]: REFUSALS.quiet } : {}),
    },
    body: JSON.stringify(body),
  });
}

describe("a refusal", () => {
  it.each([
    ["/matchmake/joinById/ZZZZZ", 404],
    ["/transports/sse", 400],
    ["/transports/long-polling", 400],
    ["/transports/polling", 400],
    ["/nothing", 404],
  ])(
    "of %s has its status in a header for a page that asks for it, and where it belongs for others",
    async (path, status) => {
      const quiet = await ask(path, true);
      expect([quiet.status, quiet.headers.get(REFUSALS.status)]).toEqual([200, String(status)]);
      const plain = await ask(path, false);
      expect([plain.status, plain.headers.get(REFUSALS.status)]).toEqual([status, null]);
      expect(await plain.json()).toEqual(await quiet.json());
    },
  );

  it("because of too many requests is answered likewise", async () => {
    let last = await ask("/matchmake/joinById/ZZZZZ", true);
    for (let i = 0; i < 4; i++) last = await ask("/matchmake/joinById/ZZZZZ", true);
    expect([last.status, last.headers.get(REFUSALS.status)]).toEqual([200, "429"]);
  });
});
