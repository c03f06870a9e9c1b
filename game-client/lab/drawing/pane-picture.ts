import type { Match } from "#player/netcode/match.ts";
import { type Camera, VIEW_WIDTH } from "../camera.ts";
import { drawCharacter } from "./character.ts";
import { Flashes } from "./flashes.ts";
import type { Island } from "./island.ts";

/** More pixels per CSS pixel than this only cost time. */
const MAX_DENSITY = 2;

/** What one pane shows of its match, on a canvas of its own. */
export class PanePicture {
  readonly canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #flashes = new Flashes();
  readonly #resizing: ResizeObserver;
  /** What is in the upper left corner (tiles), and pixels per tile. */
  #left = 0;
  #top = 0;
  #scale = 1;

  /** @throws Error when the browser has no 2D canvas. */
  constructor(canvas: HTMLCanvasElement) {
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("This browser gave no 2D canvas: update it, or try another one.");
    this.canvas = canvas;
    this.#context = context;
    this.#resizing = new ResizeObserver(() => this.#measure());
    this.#resizing.observe(canvas);
    this.#measure();
  }

  draw(match: Match, island: Island, camera: Camera, nowMs: number): void {
    const context = this.#context;
    const { width, height } = this.canvas;
    for (const event of match.events) this.#flashes.add(event, nowMs);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = this.#sky(island);
    context.fillRect(0, 0, width, height);
    const { scale } = island;
    this.#left = Math.round(camera.x * scale - width / 2) / scale;
    this.#top = Math.round(camera.y * scale - height / 2) / scale;
    this.#scale = scale;
    island.draw(context, this.#left, this.#top, match.ground.crumblePhases);
    const players = [...match.players.values()].sort((a, b) => a.y - b.y);
    for (const player of players) drawCharacter(context, player);
    this.#flashes.draw(context, nowMs);
  }

  /** Where on the page (CSS pixels) a place of the arena is in something that shows this picture, all of it. */
  toPage(x: number, y: number, shownIn: Element = this.canvas): { x: number; y: number } {
    const { left, top, width, height } = shownIn.getBoundingClientRect();
    const across = ((x - this.#left) * this.#scale) / this.canvas.width;
    const down = ((y - this.#top) * this.#scale) / this.canvas.height;
    return { x: left + across * width, y: top + down * height };
  }

  destroy(): void {
    this.#resizing.disconnect();
  }

  /** Whole pixels per tile at which this picture shows as much as it should. */
  get scale(): number {
    return Math.max(6, Math.round(this.canvas.width / VIEW_WIDTH));
  }

  #sky({ theme }: Island): CanvasGradient {
    const sky = this.#context.createLinearGradient(0, 0, 0, this.canvas.height);
    for (const [index, color] of theme.sky.entries()) sky.addColorStop(index / 2, color);
    return sky;
  }

  #measure(): void {
    const { clientWidth, clientHeight } = this.canvas;
    const dense = Math.min(MAX_DENSITY, devicePixelRatio);
    this.canvas.width = Math.max(1, Math.round(clientWidth * dense));
    this.canvas.height = Math.max(1, Math.round(clientHeight * dense));
  }
}
