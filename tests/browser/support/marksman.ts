import type { Page } from "playwright-core";
import { type EventBatch, ServerMessage } from "#shared/messages.ts";
import type { GameEvent } from "#shared/simulation/types.ts";
import type { TestPlayer } from "../../support/game.ts";
import { waitFor } from "../../support/wait-for.ts";
import { until } from "./game-page.ts";
import { startAfresh } from "./probes.ts";
import { distance, type Place } from "./ways.ts";

/** What a page drew when its mouse button was let go. */
interface LettingGo {
  own: Place;
  target: Place;
  /** How fast the target was drawn to run along x (tiles/s). */
  vx: number;
}

declare global {
  interface Window {
    lettingGo: LettingGo | undefined;
  }
}

/** A push, as its attacker saw it and as the server decided it. */
export interface Shot {
  hit: boolean;
  /** Angle (radians) by which the aim was beside the target as it was drawn. */
  beside: number;
  /** Distance (tiles) to the target as it was drawn. */
  far: number;
  /** How fast the target was drawn to run across (tiles/s). */
  speed: number;
  /** Longest pause (ms) of the page or of the server's news from the look to the decision. */
  stall: number;
}

/** Time (ms) from the look at the target to the click, usually: the mouse points ahead by as much. */
const REACTION_MS = 40;
/** Pixels from the character to where the mouse points. */
const ARM = 60;
/** A push that the server did not carry out within this time (ms) came too soon after another. */
const UNHEARD_MS = 4000;
/** A target that has not come by for so long (ms) has fallen and is on its way back. */
const PATIENCE_MS = 20_000;

/** Somebody who stands beside a lane and pushes who runs by, with the mouse, at what the page draws. */
export class Marksman {
  readonly #page: Page;
  readonly #id: string;
  readonly #targetId: string;
  readonly #events: GameEvent[] = [];

  /** `referee` is in the same room on an undisturbed line and hears what the server decides. */
  constructor(page: Page, id: string, targetId: string, referee: TestPlayer) {
    this.#page = page;
    this.#id = id;
    this.#targetId = targetId;
    referee.room.onMessage<EventBatch>(ServerMessage.Events, ({ events }) => this.#events.push(...events));
  }

  /** Begins to note what is drawn when the mouse button is let go. To be called after `trackOther` and `installProbe`. */
  async install(): Promise<void> {
    await this.#page.evaluate(() => {
      const note = () => {
        const { own } = window.pushback;
        const [now, before] = [window.track.at(-1), window.track.at(-4)];
        if (own === undefined || now === undefined || before === undefined) return;
        const vx = ((now.x - before.x) / (now.time - before.time)) * 1000;
        window.lettingGo = { own: { x: own.x, y: own.y }, target: { x: now.x, y: now.y }, vx };
      };
      window.addEventListener("mouseup", note, { capture: true });
    });
  }

  /** Pushes when the target has just run by. Undefined when it did not come, or when the push was too soon. */
  async shoot(): Promise<Shot | undefined> {
    const wanted = { ahead: REACTION_MS, arm: ARM, targetId: this.#targetId };
    const point = await until(this.#page, comesBy, wanted, PATIENCE_MS).catch(() => undefined);
    if (!point) return undefined;
    const from = this.#events.length;
    await startAfresh(this.#page);
    const { mouse } = this.#page;
    await Promise.all([mouse.move(point.x, point.y), mouse.down(), mouse.up()]);
    const isOwn = (event: GameEvent) => event.type === "push" && event.id === this.#id;
    const found = () => this.#events.slice(from).find(isOwn);
    const push = await waitFor("the push", found, { timeoutMs: UNHEARD_MS }).catch(() => undefined);
    const { saw, stall } = await this.#page.evaluate(() => ({
      saw: window.lettingGo,
      stall: window.probe.worstGap,
    }));
    if (push?.type !== "push" || saw === undefined) return undefined;
    const hit = this.#events.some(
      (event) =>
        event.type === "hit" &&
        event.by === this.#id &&
        event.id === this.#targetId &&
        event.tick === push.tick,
    );
    const turn = push.aim - Math.atan2(saw.target.y - saw.own.y, saw.target.x - saw.own.x);
    return {
      hit,
      beside: Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn))),
      far: distance(saw.own, saw.target),
      speed: Math.abs(saw.vx),
      stall,
    };
  }
}

/** In the page: where to click once the target has just run by the own character. */
function comesBy({ ahead, arm, targetId }: { ahead: number; arm: number; targetId: string }) {
  const { own, ownOnPage, others } = window.pushback;
  const [now, before] = [window.track.at(-1), window.track.at(-4)];
  const target = others.find((player) => player.id === targetId);
  if (!own || !ownOnPage || !now || !before || !target || target.fall > 0) return undefined;
  const vx = ((now.x - before.x) / (now.time - before.time)) * 1000;
  const dx = now.x + (vx * ahead) / 1000 - own.x;
  const dy = now.y - own.y;
  const passed = dx * Math.sign(vx);
  const near = Math.abs(dy) > 0.95 && Math.abs(dy) < 2.3;
  if (!near || Math.abs(vx) < 5 || Math.abs(vx) > 8 || passed < 0 || passed > 0.6) return undefined;
  const direction = Math.atan2(dy, dx);
  return { x: ownOnPage.x + Math.cos(direction) * arm, y: ownOnPage.y + Math.sin(direction) * arm };
}
