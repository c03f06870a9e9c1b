import type { MatchView } from "#player/netcode/match-view.ts";
import { PICKUPS } from "#shared/pickup-tunables.ts";
import { addPart, type Kit } from "../kit.ts";
import { clamp } from "../maths/motion.ts";
import type { Part } from "../sprites/part.ts";

/** Ropes at a time: so many hooks are hardly ever in the air at once. */
const COUNT = 6;
/** How long (s) a rope is out with nobody on it, and with somebody. */
const LIFE = { thrown: 0.26, caught: 0.45 } as const;
/** Height over the ground (tiles). */
const CHEST = 0.14;

interface Rope {
  readonly line: Part;
  readonly tip: Part;
  from: string;
  /** Whom it has caught; empty while it flies along the aim. */
  to: string;
  aim: number;
  age: number;
}

/** The lines of hooks: out along the aim and back, or between whoever threw it and whom it caught. */
export class Ropes {
  readonly #ropes: Rope[];

  constructor(kit: Kit) {
    this.#ropes = Array.from({ length: COUNT }, () => {
      const line = addPart(kit, "effects", "rope");
      const tip = addPart(kit, "effects", "pickup-hook").size(0.6);
      line.visible = tip.visible = false;
      return { line, tip, from: "", to: "", aim: 0, age: LIFE.caught };
    });
  }

  /** A hook flies. */
  throw(from: string, aim: number): void {
    this.#start(from, "", aim);
  }

  /** A hook has caught somebody. */
  catch(from: string, to: string): void {
    this.#start(from, to, 0);
  }

  update(view: MatchView, dt: number): void {
    for (const rope of this.#ropes) {
      rope.age += dt;
      const shown = this.#draw(rope, view);
      rope.line.visible = rope.tip.visible = shown;
    }
  }

  destroy(): void {
    for (const { line, tip } of this.#ropes) {
      line.destroy();
      tip.destroy();
    }
  }

  #start(from: string, to: string, aim: number): void {
    // The one that is already out catches; a new one takes the place of the oldest.
    const own = this.#ropes.find((rope) => rope.from === from && rope.age < LIFE.thrown);
    const oldest = this.#ropes.reduce((a, b) => (a.age >= b.age ? a : b));
    Object.assign(own ?? oldest, { from, to, aim, age: 0 });
  }

  #draw({ line, tip, from, to, aim, age }: Rope, { players }: MatchView): boolean {
    const life = to === "" ? LIFE.thrown : LIFE.caught;
    const thrower = players.get(from);
    const victim = players.get(to);
    if (age >= life || thrower === undefined || thrower.fall > 0) return false;
    if (to !== "" && victim === undefined) return false;
    const out = PICKUPS.hookReach * Math.sin(clamp(age / life, 0, 1) * Math.PI);
    const dx = victim === undefined ? Math.cos(aim) * out : victim.x - thrower.x;
    const dy = victim === undefined ? Math.sin(aim) * out : victim.y - thrower.y;
    const length = Math.hypot(dx, dy);
    const turn = Math.atan2(dy, dx);
    line
      .at(thrower.x, thrower.y - CHEST)
      .setRotation(turn)
      .size(Math.max(0.01, length), 1);
    tip.at(thrower.x + dx, thrower.y - CHEST + dy).setRotation(turn - Math.PI / 2);
    return true;
  }
}
