import type { Arena } from "#shared/arena/arena.ts";
import { addPart, type Kit } from "../kit.ts";
import { Spring } from "../maths/motion.ts";
import type { Part } from "../sprites/part.ts";

interface Goal {
  readonly part: Part;
  readonly x: number;
  readonly y: number;
  readonly swell: Spring;
}

/** Goals as they lie on the ground, in the colour and with the mark of the team whose they are. */
export class Goals {
  readonly #goals: readonly Goal[];

  constructor(kit: Kit, { marks }: Arena) {
    this.#goals = marks
      .filter(({ kind, team }) => kind === "goal" && team < 2)
      .map(({ x, y, team }) => {
        const part = addPart(kit, "marks", `goal-${team}`).at(x, y);
        return { part, x, y, swell: new Spring(0, 120, 7) };
      });
  }

  /** Lets the goal at a place swell: the ball is in it. */
  cheer(x: number, y: number): void {
    for (const goal of this.#goals) {
      if (Math.hypot(goal.x - x, goal.y - y) < 2) goal.swell.velocity = 3.2;
    }
  }

  update(time: number, dt: number, calm: boolean): void {
    const breath = calm ? 0 : Math.sin(time * 1.8) * 0.012;
    for (const { part, swell } of this.#goals) {
      if (!swell.isAtRest()) swell.step(dt);
      part.size(1 + breath + (calm ? 0 : swell.value));
    }
  }

  destroy(): void {
    for (const { part } of this.#goals) part.destroy();
  }
}
