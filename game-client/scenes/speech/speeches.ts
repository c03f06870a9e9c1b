import Phaser from "phaser";
import type { DrawnPlayer, MatchView } from "#player/netcode/match-view.ts";
import type { Speech } from "../../session/speech.ts";
import type { Kit } from "../kit.ts";
import { Part } from "../sprites/part.ts";
import { addTexture } from "../sprites/rasterise.ts";
import { giveShape } from "../sprites/shape.ts";
import { paintBubble } from "./paint-bubble.ts";

/** How long it is shown (s): a text for longer the more there is to read. */
const BUBBLE = { least: 3, perSign: 0.05 } as const;
const EMOTE = 2.4;
/** Time (s) for a pop at the beginning, and for fading at the end. */
const POP = 0.22;
const FADE = 0.3;
/** Where it stands above the middle of a character (tiles): over the name, and over the hat when names are off. */
const ABOVE_NAME = -1.42;
const ABOVE_HEAD = -1.05;
/** Size of an emote: that of its drawing is a tile. */
const EMOTE_SIZE = 1.2;
/** Texture pixels per CSS pixel of a bubble. */
const SCALE = 2;
/** Names of textures are never used twice: one may still be drawn while the next is made. */
let bubbles = 0;

/** Something over a character. */
interface Shown {
  readonly speech: Speech;
  readonly image: Phaser.GameObjects.Image;
  /** Size of its texture in CSS pixels per texture pixel; undefined for what is sized in tiles. */
  readonly perPixel: number | undefined;
  readonly seconds: number;
  age: number;
  free(): void;
}

/** What people say and show, over their characters: at most one thing each, the latest. */
export class Speeches {
  readonly #kit: Kit;
  readonly #shown = new Map<string, Shown>();

  constructor(kit: Kit) {
    this.#kit = kit;
  }

  /** What is seen at this moment. */
  get seen(): readonly Speech[] {
    return [...this.#shown.values()].filter(({ image }) => image.visible).map(({ speech }) => speech);
  }

  /** Shows something in the place of what the same player said before. */
  tell(speech: Speech): void {
    this.#remove(speech.from);
    const shown = "emote" in speech ? this.#emote(speech.emote) : this.#bubble(speech.text);
    // Nowhere, until it is known where its player is.
    shown.image.visible = false;
    this.#shown.set(speech.from, { ...shown, speech });
  }

  /** `pixel` is the size of a CSS pixel in tiles. */
  update(view: MatchView, dt: number, pixel: number): void {
    const { moves, names } = this.#kit.settings();
    const top = names ? ABOVE_NAME : ABOVE_HEAD;
    for (const [id, shown] of this.#shown) {
      shown.age += dt;
      if (shown.age >= shown.seconds) {
        this.#remove(id);
        continue;
      }
      const player = view.players.get(id);
      place(shown, player, top, pixel, !moves.jumps);
    }
  }

  destroy(): void {
    for (const id of [...this.#shown.keys()]) this.#remove(id);
  }

  #emote(name: string): Omit<Shown, "speech"> {
    const image = new Part(this.#kit.scene, this.#kit.art.piece(`emote-${name}`));
    image.setOrigin(0.5, 1);
    this.#kit.layers.labels.add(image);
    return { image, perPixel: undefined, seconds: EMOTE, age: 0, free: () => image.destroy() };
  }

  #bubble(text: string): Omit<Shown, "speech"> {
    const { scene, layers } = this.#kit;
    const key = `bubble-${bubbles++}`;
    addTexture(scene.textures, key, paintBubble(text, SCALE));
    const image = giveShape(new Phaser.GameObjects.Image(scene, 0, 0, key)).setOrigin(0.5, 1);
    layers.labels.add(image);
    const free = (): void => {
      image.destroy();
      scene.textures.remove(key);
    };
    const seconds = BUBBLE.least + BUBBLE.perSign * text.length;
    return { image, perPixel: 1 / SCALE, seconds, age: 0, free };
  }

  #remove(id: string): void {
    this.#shown.get(id)?.free();
    this.#shown.delete(id);
  }
}

/** Puts something over a character; nothing is seen over one that is away or falls. */
function place(
  { image, perPixel, age, seconds }: Shown,
  player: DrawnPlayer | undefined,
  top: number,
  pixel: number,
  still: boolean,
): void {
  image.visible = player !== undefined && player.fall === 0;
  if (player === undefined) return;
  const begun = Math.min(1, age / POP);
  // Over its size by a quarter on the way, as everything that pops here.
  const pop = still ? 1 : begun < 1 ? begun * (1 + 0.9 * (1 - begun)) : 1;
  const size = pop * pixel;
  image.setPosition(player.x, player.y + top);
  if (perPixel === undefined && image instanceof Part) image.size(pop * EMOTE_SIZE);
  else image.setScale(size * (perPixel ?? 1));
  image.alpha = Math.min(1, (seconds - age) / FADE);
}
