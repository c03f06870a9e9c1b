import type { Hands } from "#player/netcode/hands.ts";
import type { DrawnPlayer, MatchView } from "#player/netcode/match-view.ts";
import { Action } from "#shared/simulation/types.ts";
import { MOVE, PUSH } from "#shared/tunables.ts";
import type { Actions } from "./actions.ts";
import { FirstSteps, type Glimpse } from "./first-steps.ts";
import type { Stores } from "./stores/stores.ts";

/** Whoever charges within this distance (tiles) is near: a step away from the reach of a full push. */
const NEAR = PUSH.reachFull + 1;
/** Cosine of the angle by which they may aim past somebody, and mean them. */
const AT = Math.cos(0.6);
/** Whoever is faster than this (tiles/s) was thrown, and does not walk. */
const WALKING = MOVE.topSpeed * 1.1;
/** A frame never counts for longer than this (s): the tab may have been hidden. */
const LONGEST = 0.1;

/** Watches a first match and says what is to be tried next, until it was done once; the settings keep what was. */
export class Guide {
  readonly #stores: Pick<Stores, "guide" | "hud" | "own" | "preferences">;
  readonly #actions: Pick<Actions, "changeSettings">;
  #steps = new FirstSteps();
  #last: { x: number; y: number; nowMs: number } | undefined;

  constructor(
    stores: Pick<Stores, "guide" | "hud" | "own" | "preferences">,
    actions: Pick<Actions, "changeSettings">,
  ) {
    this.#stores = stores;
    this.#actions = actions;
  }

  /** After a frame of a match, or without one. `nowMs` is the time of the page, `hands` what the player does. */
  frame(nowMs: number, view: MatchView | undefined, hands: Pick<Hands, "peek">): void {
    const { guide, preferences } = this.#stores;
    const { taught } = preferences.settings.peek();
    if (!this.#steps.hasLearned(taught)) this.#steps = new FirstSteps(taught);
    const self = this.#steps.isOver || !this.#isPlayed(view) ? undefined : view?.self;
    if (view === undefined || self === undefined) {
      this.#last = undefined;
      guide.shown.value = undefined;
      return;
    }
    const { x, y } = self;
    const last = this.#last ?? { x, y, nowMs };
    this.#last = { x, y, nowMs };
    const dt = Math.min(LONGEST, (nowMs - last.nowMs) / 1000);
    const { moveX, moveY } = hands.peek();
    const walked = moveX === 0 && moveY === 0 ? 0 : Math.hypot(x - last.x, y - last.y);
    const shown = this.#steps.next(glimpse(view, self, walked), dt);
    const { value: before } = guide.shown;
    if (shown?.step !== before?.step || shown?.done !== before?.done) guide.shown.value = shown;
    if (!this.#steps.hasLearned(taught)) this.#actions.changeSettings({ taught: this.#steps.learned });
  }

  /** Whether there is play, and a moment to read. */
  #isPlayed(view: MatchView | undefined): boolean {
    const { hud, own } = this.#stores;
    const { respawnIn, protected: isProtected } = own.status.peek();
    const runs = view?.phase === "playing" && !view.paused && hud.secondsToPlay.peek() === 0;
    const isThere = !own.away.peek() && own.awayIn.peek() === 0 && hud.closesIn.peek() === 0;
    return runs && isThere && respawnIn === 0 && !isProtected;
  }
}

/** What happened in a frame in which somebody made their character move by so many tiles. */
function glimpse({ players, events }: MatchView, self: DrawnPlayer, moved: number): Glimpse {
  const walks = self.height === 0 && Math.hypot(self.vx, self.vy) <= WALKING;
  let pushed = 0;
  let parried = false;
  for (const event of events) {
    if (event.type === "push" && event.id === self.id) pushed = event.charge;
    if (event.type === "parry" && event.id === self.id) parried = true;
  }
  return {
    walked: walks ? moved : 0,
    pushed,
    planted: self.action === Action.Bracing,
    parried,
    threatened: isThreatened(players, self),
  };
}

function isThreatened(players: MatchView["players"], self: DrawnPlayer): boolean {
  for (const other of players.values()) if (threatens(other, self)) return true;
  return false;
}

/** Whether somebody near charges a push that points at somebody. */
function threatens(other: DrawnPlayer, { id, x, y }: DrawnPlayer): boolean {
  if (other.action !== Action.Charging || other.id === id) return false;
  const dx = x - other.x;
  const dy = y - other.y;
  const distance = Math.hypot(dx, dy);
  return distance <= NEAR && dx * Math.cos(other.aim) + dy * Math.sin(other.aim) >= AT * distance;
}
