import { describe, expect, it } from "vitest";
import { Guide } from "#client/session/guide.ts";
import { DEFAULT_SETTINGS, repairSettings, type Settings } from "#client/session/settings.ts";
import { createStores } from "#client/session/stores/stores.ts";
import { createGaze, type DrawnPlayer, type MatchView } from "#player/netcode/match-view.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import { Effect } from "#shared/simulation/pickups/effect.ts";
import { Action, type GameEvent, type MatchPhase } from "#shared/simulation/types.ts";

function drawn(id: string, x: number, change: Partial<DrawnPlayer> = {}): DrawnPlayer {
  const look = { color: 0, pattern: 0, hat: 0 };
  const rest = {
    team: 0,
    mate: false,
    vx: 0,
    vy: 0,
    aim: 0,
    charge: 0,
    wobble: 0,
    height: 0,
    fall: 0,
    protected: false,
    effect: Effect.None,
    effectLeft: 0,
  };
  const who = { id, name: id, look, bot: false, connected: true, away: false, self: id === "a" };
  return { ...who, x, y: 5, action: Action.Idle, ...rest, ...change };
}

/** A page in a match, frame by frame. Who is `a` is oneself; `b` stands on the right. */
function match(taught: Settings["taught"] = []) {
  const stores = createStores({ ...DEFAULT_SETTINGS, taught });
  const { settings } = stores.preferences;
  const kept: string[] = [];
  const guide = new Guide(stores, {
    changeSettings(change) {
      settings.value = repairSettings({ ...settings.value, ...change });
      kept.push(settings.value.taught.join());
    },
  });
  const [a, b] = [drawn("a", 5), drawn("b", 8)];
  const events: GameEvent[] = [];
  const arena = { width: 20, height: 10 } as MatchView["arena"];
  const view: { -readonly [Key in keyof MatchView]: MatchView[Key] } = {
    arena,
    players: new Map([a, b].map((player) => [player.id, player])),
    self: a,
    things: new Map(),
    ball: undefined,
    gaze: createGaze(),
    spots: [],
    phase: "playing" as MatchPhase,
    ground: { arena, crumblePhases: [], sunk: 0, shaking: false },
    events,
    paused: false,
  };
  let nowMs = 0;
  /** What the player does. */
  const wants = { x: 0 };
  /** Draws frames of 20 ms; `event` happens in the first of them. */
  const frames = (count: number, each: () => void = () => {}, event?: GameEvent): string => {
    for (let frame = 0; frame < count; frame++) {
      nowMs += 20;
      each();
      events.splice(0, events.length, ...(event && frame === 0 ? [event] : []));
      guide.frame(nowMs, view, { peek: () => ({ ...neutralInput(0), moveX: wants.x }) });
    }
    const { value: shown } = stores.guide.shown;
    return shown === undefined ? "" : `${shown.step}${shown.done ? " done" : ""}`;
  };
  frames(60);
  return { stores, settings, kept, view, a, b, frames, wants };
}

const push = { type: "push", tick: 1, id: "a", x: 5, y: 5, aim: 0 } as const;

describe("a first match", () => {
  it("teaches by what is drawn and told, and keeps what was learned", () => {
    const { a, b, frames, kept, wants } = match();
    expect(frames(3)).toBe("move");
    // Whoever is shoved about does not walk.
    const slide = (): void => {
      a.x += 0.1;
      a.vx = 5;
    };
    expect(frames(25, slide)).toBe("move");
    wants.x = 1;
    expect(frames(25, slide)).toBe("move done");
    a.x = 5;
    a.vx = 0;
    expect(frames(150)).toBe("push");
    expect(frames(1, undefined, { ...push, id: "b", charge: 1 })).toBe("push");
    expect(frames(1, undefined, { ...push, charge: 1 })).toBe("push done");
    expect(frames(150)).toBe("");
    // Somebody near who aims elsewhere is no threat.
    Object.assign(b, { action: Action.Charging, aim: 0 });
    expect(frames(5)).toBe("");
    b.aim = Math.PI;
    expect(frames(5)).toBe("brace");
    a.action = Action.Bracing;
    expect(frames(20)).toBe("brace done");
    expect(kept).toEqual(["move", "move,push", "move,push,brace"]);
    expect(frames(300)).toBe("");
  });

  it("takes a flight for no walk, and a charge far away for no threat", () => {
    const { a, frames, wants } = match();
    wants.x = 1;
    frames(40, () => {
      a.x += 0.3;
      a.vx = 15;
    });
    expect(frames(1)).toBe("move");
    const later = match(["move", "push"]);
    Object.assign(later.b, { action: Action.Charging, aim: Math.PI, x: 15 });
    expect(later.frames(5)).toBe("");
  });

  it.each<[string, (page: ReturnType<typeof match>) => void]>([
    ["without an own character", ({ view }) => Object.assign(view, { self: undefined })],
    ["before the start", ({ view }) => Object.assign(view, { phase: "countdown" })],
    ["in the results", ({ view }) => Object.assign(view, { phase: "results" })],
    ["while the connection is lost", ({ view }) => Object.assign(view, { paused: true })],
    [
      "while somebody is asked whether they are there",
      ({ stores }) => Object.assign(stores.own.awayIn, { value: 9 }),
    ],
    ["while a room is about to close", ({ stores }) => Object.assign(stores.hud.closesIn, { value: 9 })],
    ["while the match is paused", ({ stores }) => Object.assign(stores.hud.secondsToPlay, { value: 3 })],
    [
      "after a fall",
      ({ stores: { own } }) => Object.assign(own.status, { value: { ...own.status.value, respawnIn: 1 } }),
    ],
    [
      "under protection",
      ({ stores: { own } }) => Object.assign(own.status, { value: { ...own.status.value, protected: true } }),
    ],
  ])("says nothing %s", (_when, change) => {
    const page = match();
    expect(page.frames(3)).toBe("move");
    change(page);
    expect(page.frames(3)).toBe("");
  });

  it("begins again when the settings ask for it, and only then", () => {
    const { frames, settings } = match(["move", "push", "brace"]);
    expect(frames(3)).toBe("");
    settings.value = repairSettings({ ...settings.value, music: 0.1 });
    expect(frames(3)).toBe("");
    settings.value = repairSettings({ ...settings.value, taught: [] });
    expect(frames(60)).toBe("move");
  });
});
