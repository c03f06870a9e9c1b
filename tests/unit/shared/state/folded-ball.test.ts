import { type Decoder, Encoder, Reflection } from "@colyseus/schema";
import { describe, expect, it } from "vitest";
import { replicate, replicateTime } from "#room/replicate.ts";
import { BALL } from "#shared/ball-tunables.ts";
import { POSITION, snap, VELOCITY } from "#shared/quantize.ts";
import { nextRandom } from "#shared/random.ts";
import { type Ball, copyMotion, NO_BALL } from "#shared/simulation/ball/ball.ts";
import { tellBall } from "#shared/simulation/step-ball.ts";
import type { World } from "#shared/simulation/types.ts";
import { createWorld } from "#shared/simulation/world.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { unfold } from "#shared/state/unfold.ts";
import { plain } from "../../../support/worlds.ts";

/** A room with a ball, and a page that has its state. */
function scene() {
  const world = createWorld(plain(), { seed: 1, mode: "push-ball" });
  const state = new ArenaState();
  const encoder = new Encoder(state);
  const page: Decoder<ArenaState> = Reflection.decode(Reflection.encode(encoder));
  unfold(page);
  page.decode(encoder.encodeAll().slice());
  encoder.discardChanges();
  const patch = (): number => {
    replicate(world, state);
    replicateTime(world, state);
    const bytes = encoder.encode({ offset: 0 }).slice();
    encoder.discardChanges();
    page.decode(bytes);
    return bytes.length;
  };
  const { ball } = world;
  if (ball === undefined) throw new Error("There is no ball.");
  patch();
  return { world, ball, state, patch, seen: page.state };
}

/** What a page is to know of a ball. */
function truth({ told, toldTick }: Ball) {
  return { ...told, since: toldTick & 0xff };
}

function tell(world: World, ball: Ball, motion: Partial<Ball>): void {
  tellBall(Object.assign(ball, motion), world.tick);
}

describe("a folded ball", () => {
  it("comes out as it was, with the tick of which it is", () => {
    const { world, ball, patch, seen } = scene();
    let dice = 9;
    const random = (): number => {
      const { state, value } = nextRandom(dice);
      dice = state;
      return value;
    };
    for (let turn = 0; turn < 1000; turn++) {
      const age = Math.floor(random() * 6);
      world.tick += 1;
      tell(world, ball, {
        x: snap(POSITION, random() * 128 - 16),
        y: snap(POSITION, random() * 128 - 16),
        vx: snap(VELOCITY, (random() * 2 - 1) * BALL.maxSpeed),
        vy: snap(VELOCITY, turn % 9 === 0 ? -BALL.maxSpeed : BALL.maxSpeed),
      });
      world.tick += age;
      patch();
      expect(seen.ball).toMatchObject(truth(ball));
    }
  });

  it("that is the same some time later is told again", () => {
    const { world, ball, patch, seen } = scene();
    tell(world, ball, { vx: snap(VELOCITY, 3) });
    patch();
    for (const later of [1, 2, 15, 30]) {
      world.tick += later;
      tell(world, ball, {});
      patch();
      expect(seen.ball).toMatchObject(truth(ball));
    }
  });

  it("of which a patch comes late is told as it is then", () => {
    const { world, ball, patch, seen } = scene();
    tell(world, ball, { x: snap(POSITION, 3) });
    world.tick += 40;
    copyMotion({ ...ball, x: snap(POSITION, 5) }, ball);
    patch();
    expect(seen.ball).toMatchObject({ x: snap(POSITION, 5), since: world.tick & 0xff });
  });

  it("takes nine bytes in a patch, and none while nobody touches it", () => {
    const { world, ball, patch } = scene();
    world.tick += 2;
    const idle = patch();
    world.tick += 2;
    tell(world, ball, { x: snap(POSITION, 4), y: snap(POSITION, 5), vx: 1, vy: 2 });
    expect(patch() - idle).toBe(9);
  });

  it("that is gone is out for good", () => {
    const { world, patch, state, seen } = scene();
    world.ball = undefined;
    patch();
    expect(seen.ball.out).toBe(NO_BALL.out);
    expect({ ...seen.ball }).toMatchObject({ x: state.ball.x, y: state.ball.y, since: state.ball.since });
  });

  it("says nothing of a ball of which nothing was told, in the first patch after a room was made", () => {
    const state = new ArenaState();
    const encoder = new Encoder(state);
    const page: Decoder<ArenaState> = Reflection.decode(Reflection.encode(encoder));
    unfold(page);
    // Whoever joins before that patch has the whole state already.
    page.decode(encoder.encodeAll().slice());
    page.decode(encoder.encode({ offset: 0 }).slice());
    expect(page.state.ball.toJSON()).toEqual(state.ball.toJSON());
  });
});
