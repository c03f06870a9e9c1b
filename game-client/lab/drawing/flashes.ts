import type { GameEvent } from "#shared/simulation/types.ts";
import { PUSH } from "#shared/tunables.ts";

/** How long (ms) a wave or a blow is seen, and how many at once. */
const LIFE_MS = 380;
const MAX_FLASHES = 40;

interface Flash {
  readonly at: number;
  readonly x: number;
  readonly y: number;
  /** Direction (radians) and reach (tiles) of a wave; a blow has none. */
  readonly wave: { readonly aim: number; readonly reach: number } | undefined;
}

/** The waves of pushes and the flashes of blows in one pane. */
export class Flashes {
  #flashes: Flash[] = [];

  add(event: GameEvent, nowMs: number): void {
    if (event.type === "push") {
      const reach = PUSH.reachTap + (PUSH.reachFull - PUSH.reachTap) * event.charge;
      this.#flashes.push({ at: nowMs, x: event.x, y: event.y, wave: { aim: event.aim, reach } });
    } else if (event.type === "hit" || event.type === "braced" || event.type === "parry") {
      this.#flashes.push({ at: nowMs, x: event.x, y: event.y, wave: undefined });
    } else return;
    if (this.#flashes.length > MAX_FLASHES) this.#flashes.shift();
  }

  /** `context` counts in tiles. */
  draw(context: CanvasRenderingContext2D, nowMs: number): void {
    this.#flashes = this.#flashes.filter(({ at }) => nowMs - at < LIFE_MS);
    context.lineCap = "round";
    for (const flash of this.#flashes) {
      const share = (nowMs - flash.at) / LIFE_MS;
      context.strokeStyle = `rgb(255 255 255 / ${(1 - share).toFixed(2)})`;
      if (flash.wave === undefined) drawStar(context, flash, share);
      else drawWave(context, flash, flash.wave, share);
    }
  }
}

function drawWave(
  context: CanvasRenderingContext2D,
  { x, y }: Flash,
  { aim, reach }: { aim: number; reach: number },
  share: number,
): void {
  const grown = 1 - (1 - share) ** 2;
  context.lineWidth = 0.2 * (1 - share) + 0.05;
  for (const part of [1, 0.72]) {
    context.beginPath();
    context.arc(x, y, Math.max(0.5, reach * grown * part), aim - PUSH.halfCone, aim + PUSH.halfCone);
    context.stroke();
  }
}

function drawStar(context: CanvasRenderingContext2D, { x, y }: Flash, share: number): void {
  context.lineWidth = 0.11;
  context.beginPath();
  for (let ray = 0; ray < 6; ray++) {
    const angle = (ray * Math.PI) / 3;
    const from = 0.3 + 0.4 * share;
    context.moveTo(x + Math.cos(angle) * from, y + Math.sin(angle) * from);
    context.lineTo(x + Math.cos(angle) * (from + 0.3), y + Math.sin(angle) * (from + 0.3));
  }
  context.stroke();
}
