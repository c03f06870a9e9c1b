import type Phaser from "phaser";
import type { MatchView } from "#player/netcode/match-view.ts";
import { eyeOf } from "./eye.ts";
import type { Box } from "./maths/edge.ts";
import { approach, clamp } from "./maths/motion.ts";

/** Tiles in sight at 16:9; other shapes see about the same area. */
const SIGHT = { width: 22, height: 12.4 } as const;
/** At least this much is in sight whatever the shape of the window (tiles). */
const SIGHT_MIN = { width: 11, height: 8.5 } as const;
/** How far ahead of the character the camera looks: along the aim (tiles) and along the velocity (s). */
const AHEAD = { aim: 1.25, velocity: 0.14, most: 2.2 } as const;
/** How quickly the camera follows, changes its look-ahead, and its zoom (1/s). */
const RATE = { follow: 9, ahead: 2.8, zoom: 3, free: 2 } as const;
/** What may be seen beyond the arena at its edges (tiles); more below, where the rock hangs. */
const BEYOND = { side: 2.5, top: 2.5, bottom: 3.5 } as const;
/** How the camera drifts when it follows nobody: reach (tiles) and rates (radians/s). */
const DRIFT = { reach: 0.4, rateX: 0.23, rateY: 0.31 } as const;
/** Pace of the free camera that is steered (tiles/s). */
const FLIGHT = 16;
/** A jump of the target farther than this is cut, not travelled (tiles). */
const CUT = 14;
/** Farthest shake (tiles) and how quickly it calms down (1/s). */
const SHAKE = { reach: 0.42, calm: 2.6 } as const;

/** How much the camera moves besides following. */
export interface Movement {
  /** 0..1. */
  readonly shake: number;
  /** Share of its lead on the character that it takes, 0..1. */
  readonly lead: number;
  /** Whether it drifts over a whole arena. */
  readonly drifts: boolean;
  /** Device pixels per CSS pixel: fingers drag it by those. */
  readonly density: number;
  /** Where in the picture the character it follows is to be seen (CSS pixels from the middle); anywhere unless told. */
  readonly clear?: Box | undefined;
}

/** The eye of the picture. Positions in tiles; smoothing does not depend on the frame rate. */
export class CameraRig {
  x = 0;
  y = 0;
  /** Device pixels per tile. */
  zoom = 1;
  #aheadX = 0;
  #aheadY = 0;
  #trauma = 0;
  #time = 0;
  #settled = false;
  /** Where the free camera goes, and how far it had been dragged when it was last looked; undefined while it is not free. */
  #free: { x: number; y: number; dragX: number; dragY: number } | undefined;

  /** Forgets where it was: the next update cuts to its target. */
  cut(): void {
    this.#settled = false;
    this.#trauma = 0;
  }

  /** Shakes; 0..1 each, adding up. */
  shake(strength: number): void {
    this.#trauma = Math.min(1, this.#trauma + strength);
  }

  /**
   * `dt` in seconds. Without a local player the camera does what the gaze says; in the lobby, and when there is nobody to follow,
   * the whole arena is shown.
   */
  update(camera: Phaser.Cameras.Scene2D.Camera, view: MatchView, dt: number, movement: Movement): void {
    const { width, height } = camera;
    const { arena } = view;
    const isLobby = view.phase === "lobby";
    const eye = isLobby ? undefined : eyeOf(view);
    const plays = view.self !== undefined && !view.gaze.isOut;
    const mode = isLobby || plays ? undefined : view.gaze.mode;
    const free = mode === "free" ? this.#fly(view, dt, movement.density) : undefined;
    if (free === undefined) this.#free = undefined;
    let zoom = Math.min(
      Math.sqrt((width * height) / (SIGHT.width * SIGHT.height)),
      width / SIGHT_MIN.width,
      height / SIGHT_MIN.height,
    );
    let targetX = arena.width / 2;
    let targetY = arena.height / 2 + 0.8;
    if (free !== undefined) {
      targetX = free.x;
      targetY = free.y;
    } else if (eye) {
      const pull = eye.fall > 0 ? 0 : movement.lead;
      const x = Math.cos(eye.aim) * AHEAD.aim + eye.vx * AHEAD.velocity;
      const y = Math.sin(eye.aim) * AHEAD.aim + eye.vy * AHEAD.velocity;
      const limit = Math.min(1, AHEAD.most / Math.max(0.01, Math.hypot(x, y))) * pull;
      this.#aheadX = approach(this.#aheadX, x * limit, RATE.ahead, dt);
      this.#aheadY = approach(this.#aheadY, y * limit, RATE.ahead, dt);
      targetX = soften(eye.x + this.#aheadX, -BEYOND.side, arena.width + BEYOND.side, width / zoom);
      targetY = soften(eye.y + this.#aheadY, -BEYOND.top, arena.height + BEYOND.bottom, height / zoom);
      const { clear, density } = movement;
      if (clear !== undefined) {
        const pixel = density / zoom;
        targetX = clamp(targetX, eye.x - clear.right * pixel, eye.x - clear.left * pixel);
        targetY = clamp(targetY, eye.y - clear.bottom * pixel, eye.y - clear.top * pixel);
      }
    } else if (mode === "follow" && this.#settled) {
      // Whom it follows comes into sight with the next patches.
      targetX = this.x;
      targetY = this.y;
      zoom = this.zoom;
    } else {
      zoom = Math.min(width / (arena.width + 3), height / (arena.height + 5));
      const reach = movement.drifts ? DRIFT.reach : 0;
      targetX += Math.sin(this.#time * DRIFT.rateX) * reach;
      targetY += Math.sin(this.#time * DRIFT.rateY) * reach;
    }
    this.#move(targetX, targetY, zoom, eye || free ? RATE.follow : RATE.free, dt);
    this.#apply(camera, dt, movement.shake);
  }

  /** Where the free camera goes: from where it was, as it is steered and dragged, and not out of the arena. */
  #fly({ arena, gaze }: MatchView, dt: number, density: number): { x: number; y: number } {
    const { moveX, moveY, dragX, dragY } = gaze;
    this.#free ??= { x: this.x, y: this.y, dragX, dragY };
    const free = this.#free;
    const pixel = density / this.zoom;
    free.x = clamp(free.x + moveX * FLIGHT * dt - (dragX - free.dragX) * pixel, 0, arena.width);
    free.y = clamp(free.y + moveY * FLIGHT * dt - (dragY - free.dragY) * pixel, 0, arena.height);
    free.dragX = dragX;
    free.dragY = dragY;
    return free;
  }

  #move(x: number, y: number, zoom: number, rate: number, dt: number): void {
    const far = Math.hypot(x - this.x, y - this.y) > CUT;
    if (!this.#settled || far) {
      this.x = x;
      this.y = y;
      if (!this.#settled) this.zoom = zoom;
      this.#settled = true;
      return;
    }
    this.x = approach(this.x, x, rate, dt);
    this.y = approach(this.y, y, rate, dt);
    this.zoom = approach(this.zoom, zoom, RATE.zoom, dt);
  }

  #apply(camera: Phaser.Cameras.Scene2D.Camera, dt: number, strength: number): void {
    this.#time += dt;
    this.#trauma = Math.max(0, this.#trauma - SHAKE.calm * this.#trauma * dt - dt * 0.15);
    const reach = this.#trauma ** 2 * SHAKE.reach * strength;
    const t = this.#time;
    const dx = reach * (Math.sin(t * 71) + Math.sin(t * 113 + 2)) * 0.5;
    const dy = reach * (Math.sin(t * 83 + 1) + Math.sin(t * 127 + 4)) * 0.5;
    camera.setZoom(this.zoom);
    camera.setScroll(this.x + dx - camera.width / 2, this.y + dy - camera.height / 2);
  }
}

/**
 * Keeps a view of `size` within low..high, and centres it where it is larger than that. Near the limits the
 * camera still gives a little, so that it never stops dead.
 */
function soften(target: number, low: number, high: number, size: number): number {
  const middle = (low + high) / 2;
  const room = (high - low - size) / 2;
  if (room <= 0) return middle + clamp((target - middle) * 0.12, -0.8, 0.8);
  const off = target - middle;
  const over = Math.abs(off) - room;
  if (over <= 0) return target;
  return middle + Math.sign(off) * (room + Math.min(1.2, over * 0.15));
}
