import type Phaser from "phaser";
import type { DrawnBall, MatchView } from "#player/netcode/match-view.ts";
import { BALL } from "#shared/ball-tunables.ts";
import { ballMark } from "#shared/simulation/ball/ball.ts";
import { tileUnder } from "#shared/simulation/ground.ts";
import { TILE_RULES } from "#shared/simulation/tiles/table.ts";
import { addPart, type Kit } from "../kit.ts";
import { clamp, easeOut, Spring } from "../maths/motion.ts";
import type { Part } from "../sprites/part.ts";
import { PlainContainer } from "../sprites/plain-tree.ts";
import { depthAt, giveShape } from "../sprites/shape.ts";
import { Globe } from "./globe.ts";

/** Time (s) in which it sinks or vanishes, and in which it drops onto its mark, from how high (tiles). */
const GOES = 0.7;
const DROPS = 0.55;
const FROM = 3.2;
/** From so long before it is back (s) its mark shows it. */
const SHOWN = 2;
/** A change of its velocity (tiles/s) within a frame that counts as a blow, and the hardest one. */
const BLOW = 2.2;
const HARDEST = 14;
/** No two blows within this time (s): a wall in a corner is hit twice. */
const APART = 0.1;
/** How high over the ground its middle is drawn (tiles), and how high a spring throws it. */
const RISE = 0.42;
const ARC = 1.1;

/** The heavy ball: rolls, casts a shadow, gives way when it is hit, sinks, and drops onto its mark. */
export class BallPicture {
  readonly #kit: Kit;
  readonly #root: Phaser.GameObjects.Container;
  readonly #globe: Globe;
  readonly #shadow: Part;
  readonly #mark: Part;
  readonly #squash = new Spring(0, 420, 15);
  readonly #last = { x: 0.5, y: 0.5, vx: 0.5, vy: 0.5, out: 0.5 };
  #isNew = true;
  #sinceBlow = 0.5;

  constructor(kit: Kit) {
    this.#kit = kit;
    this.#shadow = addPart(kit, "shadows", "shadow");
    this.#mark = addPart(kit, "marks", "ball-mark");
    this.#root = giveShape(new PlainContainer(kit.scene));
    this.#globe = new Globe(kit, this.#root);
    kit.layers.actors.add(this.#root);
  }

  /** Returns how hard it was hit in this frame (tiles/s); 0 for not at all. */
  update(view: MatchView, ball: DrawnBall, time: number, dt: number): number {
    const calm = this.#kit.settings().moves.bobs === 0;
    const blow = this.#feel(ball, dt);
    if (blow > 0) this.#squash.velocity = calm ? 0 : -3 - 5 * Math.min(1, blow / HARDEST);
    if (!this.#squash.isAtRest()) this.#squash.step(dt);
    if (ball.out > 0) this.#drawOut(view, ball, time, calm);
    else this.#draw(ball.x, ball.y, ball.height * ARC, 1, 1);
    this.#mark.visible = ball.out > 0 && ball.out < SHOWN;
    return blow;
  }

  destroy(): void {
    this.#root.destroy();
    this.#shadow.destroy();
    this.#mark.destroy();
  }

  /** Rolls it on, and notices blows: drops onto its mark, too. */
  #feel({ x, y, vx, vy, out }: DrawnBall, dt: number): number {
    const last = this.#last;
    this.#sinceBlow += dt;
    const landed = last.out > 0 && out === 0 && !this.#isNew;
    const inPlay = last.out === 0 && out === 0 && !this.#isNew;
    if (inPlay) this.#globe.roll(x - last.x, y - last.y);
    const change = inPlay ? Math.hypot(vx - last.vx, vy - last.vy) : 0;
    Object.assign(last, { x, y, vx, vy, out });
    this.#isNew = false;
    if (landed) return HARDEST / 2;
    if (change < BLOW || this.#sinceBlow < APART) return 0;
    this.#sinceBlow = 0;
    return change;
  }

  /** Out of play: it goes where it went out, and comes where its mark is. */
  #drawOut({ arena, ground }: MatchView, { x, y, out }: DrawnBall, time: number, calm: boolean): void {
    const mark = ballMark(arena);
    const near = clamp(1 - out / SHOWN, 0, 1);
    this.#mark.at(mark.x, mark.y).size(calm ? 1 : 1 + (1 - near) * 0.5);
    this.#mark.alpha = near * (calm ? 1 : 0.75 + 0.25 * Math.sin(time * 9));
    if (out < DROPS) {
      const left = out / DROPS;
      this.#draw(mark.x, mark.y, calm ? 0 : FROM * left * left, 1, 1 - left);
      return;
    }
    const fell = TILE_RULES[tileUnder(ground, x, y)].bottomless === true;
    const gone = clamp(((fell ? BALL.returnTime : BALL.goalPause) - out) / GOES, 0, 1);
    // What lies in a goal is seen there for a moment.
    const share = fell ? gone : clamp(gone * 2 - 1, 0, 1);
    this.#draw(x, y, fell ? -easeOut(share) * 1.4 : 0, 1 - share, 1 - share);
    this.#shadow.visible &&= !fell;
  }

  #draw(x: number, y: number, lift: number, size: number, alpha: number): void {
    const s = clamp(this.#squash.value, -0.3, 0.3);
    this.#root.visible = size > 0.01 && alpha > 0.01;
    this.#root.setPosition(x, y - RISE - lift).setScale(size * (1 - s * 0.6), size * (1 + s));
    this.#root.setDepth(depthAt(y));
    this.#root.alpha = alpha;
    this.#shadow.visible = this.#root.visible;
    this.#shadow.at(x + 0.08 + lift * 0.12, y + 0.3 + lift * 0.1).size(1.95 * size);
    this.#shadow.alpha = alpha * clamp(1 - lift * 0.2, 0.3, 1);
  }
}
