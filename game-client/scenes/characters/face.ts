import type Phaser from "phaser";
import type { DrawnPlayer } from "#player/netcode/match-view.ts";
import { Action } from "#shared/simulation/types.ts";
import type { Kit } from "../kit.ts";
import type { Piece } from "../sprites/art.ts";
import { Part } from "../sprites/part.ts";
import { ANATOMY } from "./anatomy.ts";

const UNIT = 1 / 100;
/** How long eyes stay shut after a blow and during a blink (s). */
const OUCH = 0.34;
const BLINK = 0.12;
/** Above this much wobble (percent) a blow leaves swirls in the eyes. */
const DIZZY = 140;
const SIDES = [-1, 1] as const;

type Mood = "calm" | "fierce" | "ouch" | "dizzy" | "panic";

/** Eyes that follow the aim, brows and a mouth that say how it goes. */
export class Face {
  readonly #eyes: readonly Part[];
  readonly #pupils: readonly Part[];
  readonly #brows: readonly Part[];
  readonly #mouth: Part;
  readonly #pieces: Readonly<Record<string, Piece>>;
  #blinkIn: number;

  /** `phase` 0..1 keeps the characters from blinking together. */
  constructor(kit: Kit, parent: Phaser.GameObjects.Container, phase: number) {
    const names = ["eye", "eye-squint", "eye-swirl", "mouth-smile", "mouth-open", "mouth-grit"];
    this.#pieces = Object.fromEntries(names.map((name) => [name, kit.art.piece(name)]));
    const make = (name: string) => {
      const part = new Part(kit.scene, kit.art.piece(name));
      parent.add(part);
      return part;
    };
    this.#eyes = SIDES.map(() => make("eye"));
    this.#pupils = SIDES.map(() => make("pupil"));
    this.#brows = SIDES.map(() => make("brow"));
    this.#mouth = make("mouth-smile");
    this.#blinkIn = 1 + phase * 4;
  }

  /** `sinceBlow` in seconds. Positions are relative to the middle of the body. */
  update(player: DrawnPlayer, sinceBlow: number, dt: number): void {
    const mood = moodOf(player, sinceBlow);
    const dx = Math.cos(player.aim);
    const dy = Math.sin(player.aim);
    const x = dx * ANATOMY.faceX * UNIT;
    const y = (ANATOMY.faceRestY + dy * ANATOMY.faceY) * UNIT;
    const open = this.#lids(mood, dt);
    const away = Math.max(0, -dy);
    const narrow = 1 - 0.22 * Math.abs(dx);
    for (let i = 0; i < SIDES.length; i++) {
      const side = SIDES[i] ?? 1;
      const far = side * dx > 0 ? 1 - 0.2 * Math.abs(dx) : 1;
      const eyeX = x + side * ANATOMY.eyeGap * narrow * UNIT;
      const height = open * (1 - away * 0.25) * (mood === "panic" ? 1.2 : 1);
      this.#eye(i, side, mood, eyeX, y, far, height, dx, dy);
      this.#brow(i, side, mood, eyeX, y);
    }
    this.#speak(mood, x, y, dy);
  }

  #lids(mood: Mood, dt: number): number {
    this.#blinkIn -= dt;
    if (this.#blinkIn < -BLINK) this.#blinkIn = 1.5 + ((this.#blinkIn * 7919) % 1) + 2.5;
    if (this.#blinkIn < 0 && mood === "calm") return 0.12;
    return mood === "fierce" ? 0.82 : 1;
  }

  #eye(
    i: number,
    side: number,
    mood: Mood,
    x: number,
    y: number,
    width: number,
    height: number,
    dx: number,
    dy: number,
  ): void {
    const eye = this.#eyes[i];
    const pupil = this.#pupils[i];
    if (!eye || !pupil) return;
    const shut = mood === "ouch" || mood === "dizzy";
    const piece = this.#pieces[mood === "ouch" ? "eye-squint" : mood === "dizzy" ? "eye-swirl" : "eye"];
    if (piece) eye.wear(piece);
    eye.at(x, y).size(shut && side > 0 ? -1 : width, shut ? 1 : height);
    pupil.visible = !shut && height > 0.3;
    const small = mood === "panic" ? 0.62 : 1;
    pupil
      .at(x + dx * ANATOMY.pupilX * UNIT * width, y + dy * ANATOMY.pupilY * UNIT)
      .size(small * width, small * Math.min(1, height));
  }

  #brow(i: number, side: number, mood: Mood, x: number, y: number): void {
    const brow = this.#brows[i];
    if (!brow) return;
    brow.visible = mood === "fierce" || mood === "panic";
    brow.at(x, y - (mood === "panic" ? 0.19 : 0.13)).size(mood === "panic" ? side : -side, 1);
  }

  #speak(mood: Mood, x: number, y: number, dy: number): void {
    const name = mood === "calm" ? "mouth-smile" : mood === "fierce" ? "mouth-grit" : "mouth-open";
    const piece = this.#pieces[name];
    if (piece) this.#mouth.wear(piece);
    this.#mouth.visible = dy > -0.75;
    this.#mouth.at(x, y + ANATOMY.mouthY * UNIT).size(1, 1 - Math.max(0, -dy) * 0.5);
  }
}

function moodOf(player: DrawnPlayer, sinceBlow: number): Mood {
  if (player.fall > 0) return "panic";
  if (sinceBlow < OUCH) return player.wobble > DIZZY ? "dizzy" : "ouch";
  if (player.height > 0) return "panic";
  return player.action === Action.Idle ? "calm" : "fierce";
}
