import type Phaser from "phaser";
import type { DrawnPlayer } from "#player/netcode/match-view.ts";
import { Effect } from "#shared/simulation/pickups/effect.ts";
import { addPart, type Kit } from "../kit.ts";
import { hash } from "../maths/hash.ts";
import { HATS } from "../palette.ts";
import type { LookPieces } from "../sprites/look-book.ts";
import { Part } from "../sprites/part.ts";
import { PlainContainer } from "../sprites/plain-tree.ts";
import { depthAt, giveShape } from "../sprites/shape.ts";
import { ANATOMY } from "./anatomy.ts";
import { EffectMarks } from "./effect-marks.ts";
import { Face } from "./face.ts";
import { Limbs } from "./limbs.ts";
import { Marks } from "./marks.ts";
import { Pose } from "./pose.ts";

const UNIT = 1 / 100;
/** The moment (s) at which what floats and pulses around characters is in plain sight. */
const STILL = 0.8;
/** Colour index of the grey of the disconnected. */
const GREY = -1;
/** How far somebody who slips sways to each side (radians). */
const STAGGER = 0.55;

/** One character on the stage. Squash and stretch act on the body with its face and hat, not on the limbs. */
export class Character {
  readonly pose = new Pose();
  /** What the body wears at the moment: after-images wear the same. */
  pieces: LookPieces;
  readonly limbs: Limbs;
  readonly #kit: Kit;
  readonly #root: Phaser.GameObjects.Container;
  readonly #stretch: Phaser.GameObjects.Container;
  readonly #ball: Phaser.GameObjects.Container;
  readonly #shadow: Part;
  readonly #body: Part;
  readonly #hat: Part;
  readonly #face: Face;
  readonly #marks: Marks;
  readonly #effect: EffectMarks;
  /** Nothing is worn on the head: it bears the crown, or would look as if it did. */
  bareheaded = false;
  #hatIndex = -1;
  #seen = true;
  #below = false;

  constructor(kit: Kit, pieces: LookPieces, index: number) {
    this.#kit = kit;
    this.pieces = pieces;
    const container = () => giveShape(new PlainContainer(kit.scene));
    this.#shadow = addPart(kit, "shadows", "shadow");
    this.#root = container();
    this.#stretch = container();
    this.#ball = container();
    this.#body = new Part(kit.scene, pieces.body);
    this.#hat = new Part(kit.scene, kit.art.piece("hat-cap"));
    this.#ball.add(this.#body);
    this.#face = new Face(kit, this.#ball, hash(index, 3));
    this.#ball.add(this.#hat);
    this.#stretch.add(this.#ball);
    this.limbs = new Limbs(kit, this.#root, pieces);
    this.#root.add(this.#stretch);
    this.limbs.addFront(this.#root);
    kit.layers.actors.add(this.#root);
    this.#marks = new Marks(kit);
    this.#effect = new EffectMarks(kit);
  }

  /** In place of `update` while the character is out of sight, far enough for its pose to be right when it comes into it. */
  updateUnseen(player: DrawnPlayer, dt: number): void {
    this.pose.pass(player, dt);
    if (!this.#seen) return;
    this.#seen = false;
    this.#root.visible = false;
    this.#shadow.visible = false;
    this.#marks.hide();
    this.#effect.hide();
  }

  /** `hides` tells whether ground in front hides who falls here; `pixel` is a CSS pixel in tiles. */
  update(player: DrawnPlayer, time: number, dt: number, pixel: number, hides: boolean): void {
    const { pose } = this;
    this.#seen = true;
    const { bobs } = this.#kit.settings().moves;
    // Where nothing bobs, what is around a character stands still as well.
    const clock = bobs === 0 ? STILL : time;
    pose.update(player, time, dt, bobs);
    this.#dress(player);
    this.#sink(player.fall > 0.12 && hides);
    this.#root.visible = pose.alpha > 0.01;
    this.#root.setPosition(player.x, player.y + pose.drop);
    this.#root
      .setScale(pose.size)
      .setRotation(pose.spin + this.#stagger(player, time))
      .setDepth(depthAt(player.y));
    this.#root.alpha = pose.alpha;
    this.#squash();
    this.#face.update(player, pose.sinceBlow, dt);
    this.limbs.update(player, pose, clock, dt);
    this.#wearHat(player);
    const thin = 1 - Math.min(0.55, pose.lift * 0.5);
    this.#shadow.visible = player.fall === 0;
    this.#shadow.at(player.x + 0.05 + pose.lift * 0.12, player.y + 0.16 + pose.lift * 0.1).size(thin);
    this.#shadow.alpha = thin;
    this.#marks.update(player, pose, clock, dt, pixel);
    this.#effect.update(player, pose, clock, dt);
  }

  destroy(): void {
    this.#marks.destroy();
    this.#effect.destroy();
    this.#shadow.destroy();
    this.#root.destroy();
  }

  /** Turn (radians) of somebody who has lost their footing. */
  #stagger({ effect }: DrawnPlayer, time: number): number {
    if (effect !== Effect.Slip || this.#kit.settings().moves.bobs === 0) return 0;
    return Math.sin(time * 19) * STAGGER;
  }

  #dress(player: DrawnPlayer): void {
    const color = player.connected ? player.look.color : GREY;
    const { pattern } = player.look;
    const pieces = this.#kit.looks.pieces(color, pattern, this.#kit.settings().colors);
    if (!pieces || pieces === this.pieces) return;
    this.pieces = pieces;
    this.#body.wear(pieces.body);
    this.limbs.wear(pieces);
  }

  /** Stretches along one direction: turn, scale, turn back. */
  #squash(): void {
    const { pose } = this;
    const s = 1 + Math.max(-0.4, pose.stretch);
    this.#stretch.setPosition(0, ANATOMY.bodyY * UNIT - pose.lift);
    this.#stretch.setRotation(pose.stretchAngle).setScale(s, 1 / s);
    const q = Math.max(-0.45, Math.min(0.5, pose.squash));
    this.#ball.setRotation(pose.lean - pose.stretchAngle).setScale(1 - q * 0.62, 1 + q);
    this.#ball.y = q < 0 ? -q * 0.2 : 0;
  }

  #wearHat(player: DrawnPlayer): void {
    const hat = this.bareheaded ? 0 : player.look.hat;
    if (hat !== this.#hatIndex) {
      this.#hatIndex = hat;
      const id = HATS[hat] ?? "none";
      this.#hat.visible = id !== "none";
      if (id !== "none") this.#hat.wear(this.#kit.art.piece(`hat-${id}`));
    }
    if (!this.#hat.visible) return;
    const x = -Math.cos(player.aim) * 3;
    const y = ANATOMY.hatY + Math.max(0, -Math.sin(player.aim)) * 7;
    this.#hat.at(x * UNIT, (y + this.pose.squash * -12) * UNIT);
    this.#hat.rotation = -this.pose.lean * 0.6;
  }

  /** Moves below the island, or back on it. */
  #sink(below: boolean): void {
    if (below === this.#below) return;
    this.#below = below;
    const { abyss, actors } = this.#kit.layers;
    (below ? actors : abyss).remove(this.#root);
    (below ? abyss : actors).add(this.#root);
  }
}
