import type { DrawnPlayer } from "#player/netcode/match-view.ts";
import { Effect } from "#shared/simulation/pickups/effect.ts";
import { addPart, type Kit } from "../kit.ts";
import { approach } from "../maths/motion.ts";
import type { Part } from "../sprites/part.ts";
import type { Pose } from "./pose.ts";

/** How an effect looks: its sprite, where that is, and how large. */
interface EffectLook {
  readonly sprite: string;
  /** On the head, in the hand that aims, or around everything. */
  readonly at: "head" | "hand" | "around";
  readonly size: number;
}

const LOOKS: Readonly<Record<Exclude<Effect, typeof Effect.None>, EffectLook>> = {
  [Effect.Anvil]: { sprite: "pickup-anvil", at: "head", size: 0.8 },
  [Effect.Mega]: { sprite: "pickup-mega", at: "hand", size: 0.95 },
  [Effect.Hook]: { sprite: "pickup-hook", at: "hand", size: 0.7 },
  [Effect.Banana]: { sprite: "pickup-banana", at: "hand", size: 0.62 },
  [Effect.Bubble]: { sprite: "pickup-bubble", at: "around", size: 1 },
  [Effect.Slip]: { sprite: "eye-swirl", at: "head", size: 2.2 },
};
/** Distance of a hand from the middle, and heights over the ground (tiles). */
const HAND = 0.66;
const HEIGHT = { head: -0.68, hand: -0.12, around: -0.16 } as const;

/** What a character that has picked something up carries, wears, or is in. */
export class EffectMarks {
  readonly #kit: Kit;
  /** Undefined until there is something to show for the first time. */
  #item: Part | undefined;
  #glow: Part | undefined;
  #effect: Effect = Effect.None;
  #size = 0;

  constructor(kit: Kit) {
    this.#kit = kit;
  }

  update(player: DrawnPlayer, pose: Pose, time: number, dt: number): void {
    if (player.fall > 0 || player.effect === Effect.None) {
      this.hide();
      return;
    }
    const look = LOOKS[player.effect];
    const isStill = this.#kit.settings().moves.bobs === 0;
    if (player.effect !== this.#effect) this.#size = isStill ? 1 : 0;
    this.#effect = player.effect;
    this.#size = approach(this.#size, 1, 12, dt);
    const item = this.#wear(look);
    const beat = isStill ? 0 : Math.sin(time * 7);
    const out = look.at === "hand" ? HAND : 0;
    const x = player.x + Math.cos(player.aim) * out;
    const y = player.y + HEIGHT[look.at] + Math.sin(player.aim) * out - pose.lift;
    item.visible = true;
    item.at(x, y).size(look.size * this.#size * (1 + beat * 0.035));
    item.setRotation(turnOf(player, look, isStill ? 0 : time));
    this.#shine(player.effect === Effect.Mega, x, y, beat);
  }

  /** Hides all of it until the next update. */
  hide(): void {
    this.#effect = Effect.None;
    if (this.#item !== undefined) this.#item.visible = false;
    if (this.#glow !== undefined) this.#glow.visible = false;
  }

  destroy(): void {
    this.#item?.destroy();
    this.#glow?.destroy();
  }

  #wear({ sprite }: EffectLook): Part {
    this.#item ??= addPart(this.#kit, "effects", sprite);
    return this.#item.wear(this.#kit.art.piece(sprite));
  }

  /** The light of a push that waits to be let go. */
  #shine(shines: boolean, x: number, y: number, beat: number): void {
    if (shines) this.#glow ??= addPart(this.#kit, "marks", "glow");
    if (this.#glow === undefined) return;
    this.#glow.visible = shines;
    this.#glow.at(x, y).size(0.75 + beat * 0.12);
  }
}

function turnOf({ aim }: DrawnPlayer, { sprite, at }: EffectLook, time: number): number {
  if (sprite === "eye-swirl") return time * 9;
  if (at === "around") return Math.sin(time * 1.3) * 0.3;
  if (at === "head") return Math.sin(time * 5) * 0.04;
  // A glove punches where it points, a hook hangs from the hand that throws it.
  return aim + (sprite === "pickup-mega" ? Math.PI / 2 : -Math.PI / 2);
}
