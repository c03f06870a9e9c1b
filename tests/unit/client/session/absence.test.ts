import { describe, expect, it } from "vitest";
import { Absence } from "#client/session/absence.ts";
import { createPageStore } from "#client/session/stores/page.ts";
import { MATCH } from "#shared/tunables.ts";

/** A page in a match, at a time that a test sets. */
function absence() {
  const clock = { ms: 10_000 };
  const page = createPageStore();
  page.screen.value = { name: "match" };
  return { clock, page, absence: new Absence({ page, now: () => clock.ms, date: () => clock.ms }) };
}

describe("the absence of a page from its match", () => {
  it("is nothing to speak of while it is a blink, and counts as a move only when the room has moved", () => {
    const { clock, page, absence: away } = absence();
    away.begin(false);
    clock.ms += 300;
    away.look(clock.ms);
    expect(page.screen.value.name).toBe("match");
    clock.ms += 200;
    away.look(clock.ms);
    expect(page.screen.value).toEqual({
      name: "reconnecting",
      deadline: 10_000 + MATCH.reconnectGrace * 1000,
    });
    away.end();
    expect([page.screen.value.name, away.moves]).toEqual(["match", { count: 0, lastMs: 0 }]);
  });

  it("has lasted since the last thing that came when its room moves, of which the player sees only what follows", () => {
    const { clock, page, absence: away } = absence();
    away.begin(false, 1200);
    clock.ms += 100;
    away.look(clock.ms);
    expect(page.screen.value.name).toBe("match");
    away.noteMove();
    away.end();
    expect(away.moves).toEqual({ count: 1, lastMs: 1300 });
  });
});
