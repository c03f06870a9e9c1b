import { describe, expect, it } from "vitest";
import { Race } from "#client/lab/race.ts";
import type { GameEvent } from "#shared/simulation/types.ts";

const RUNNERS = ["websocket", "polling"] as const;

function push(tick: number, id = "bot:1"): GameEvent {
  return { type: "push", tick, id, x: 0, y: 0, aim: 0, charge: 0 };
}

/** Every push but those of the panes themselves. */
const fair = (id: string): boolean => id !== "pane";

function started(): Race {
  const race = new Race();
  race.start(RUNNERS, 1000, 50);
  return race;
}

describe("the race", () => {
  it("takes the first push after the start, and times it from when it was made", () => {
    const race = started();
    race.came("websocket", push(50), { nowMs: 1010, madeAt: 1000 }, fair);
    race.came("websocket", push(60, "pane"), { nowMs: 1210, madeAt: 1200 }, fair);
    expect(race.state.name).toBe("waiting");
    race.came("websocket", push(61), { nowMs: 1240, madeAt: 1220 }, fair);
    race.drawn("websocket", push(61), 1300);
    race.came("polling", push(62), { nowMs: 1400, madeAt: 1240 }, fair);
    race.came("polling", push(61), { nowMs: 1420, madeAt: 1220 }, fair);
    race.tick(1421);
    expect(race.state.name).toBe("running");
    race.drawn("polling", push(61), 1500);
    race.tick(1501);
    expect(race.state).toMatchObject({ name: "done", by: "bot:1" });
    expect(race.state).toHaveProperty(
      "times",
      new Map([
        ["websocket", { came: 20, drawn: 80 }],
        ["polling", { came: 200, drawn: 280 }],
      ]),
    );
  });

  it("ends without those to whom it never comes", () => {
    const race = started();
    race.came("websocket", push(61), { nowMs: 1240, madeAt: 1220 }, fair);
    race.tick(1220 + 9001);
    expect(race.state.name).toBe("done");
  });

  it("says so when nobody pushes", () => {
    const race = started();
    race.tick(21_001);
    expect(race.state).toMatchObject({ name: "failed" });
  });
});
