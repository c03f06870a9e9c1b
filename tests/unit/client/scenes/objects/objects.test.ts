import { describe, expect, it } from "vitest";
import { Backdrop } from "#client/scenes/backdrop.ts";
import type { Kit } from "#client/scenes/kit.ts";
import { Objects } from "#client/scenes/objects/objects.ts";
import type { ThingLook } from "#client/scenes/objects/thing-look.ts";
import type { DrawnThing } from "#player/netcode/match-view.ts";

const SIGHT = { x: 0, y: 0, width: 20, height: 12 };
/** The looks of this test draw nothing, so they need nothing to draw with. */
const KIT = {} as Kit;

function thing(id: string, kind: string, x: number): DrawnThing {
  return { id, kind, x, y: 5, vx: 0, vy: 0, owner: "" };
}

/** A look that writes down what is asked of its pictures. */
function noted(reach: number, log: string[]): ThingLook {
  return {
    reach,
    create(_kit, { id }) {
      log.push(`create ${id}`);
      return {
        update: ({ x }, { time }) => log.push(`draw ${id} at ${x} in second ${time}`),
        hide: () => log.push(`hide ${id}`),
        destroy: () => log.push(`destroy ${id}`),
      };
    },
  };
}

function stage(looks: (log: string[]) => Record<string, ThingLook>) {
  const log: string[] = [];
  const view = new Backdrop();
  const objects = new Objects(KIT, view, looks(log));
  const frame = (time: number) => {
    log.length = 0;
    objects.update(SIGHT, time, 0.02, 0.02);
    return [...log];
  };
  return { things: view.things, objects, frame, log };
}

describe("the things on the stage", () => {
  it("are drawn by the look of their kind from when they come until they go", () => {
    const { things, frame } = stage((log) => ({ ball: noted(1, log) }));
    things.set("1", thing("1", "ball", 3));
    things.set("2", thing("2", "of a mode that this page does not know", 3));
    expect(frame(1)).toEqual(["create 1", "draw 1 at 3 in second 1"]);
    expect(frame(2)).toEqual(["draw 1 at 3 in second 2"]);
    things.delete("1");
    expect(frame(3)).toEqual(["destroy 1"]);
    expect(frame(4)).toEqual([]);
  });

  it("cost nothing before they are in sight, and are hidden once when they leave it", () => {
    const { things, frame } = stage((log) => ({ ball: noted(1, log) }));
    const ball = thing("1", "ball", 30);
    things.set("1", ball);
    expect(frame(1)).toEqual([]);
    ball.x = 20.5;
    expect(frame(2)).toEqual(["create 1", "draw 1 at 20.5 in second 2"]);
    ball.x = 30;
    expect(frame(3)).toEqual(["hide 1"]);
    expect(frame(4)).toEqual([]);
    ball.x = 10;
    expect(frame(5)).toEqual(["draw 1 at 10 in second 5"]);
  });

  it("are always drawn when their look reaches everywhere, and go with the stage", () => {
    const { things, objects, frame, log } = stage((log) => ({ zone: noted(Number.POSITIVE_INFINITY, log) }));
    things.set("1", thing("1", "zone", 90));
    expect(frame(1)).toHaveLength(2);
    log.length = 0;
    objects.destroy();
    expect(log).toEqual(["destroy 1"]);
  });

  it("stay when another view of the match goes on with them, and go when that has them no more", () => {
    const { things, objects, frame } = stage((log) => ({ ball: noted(1, log) }));
    things.set("1", thing("1", "ball", 3));
    things.set("2", thing("2", "ball", 4));
    expect(frame(1)).toHaveLength(4);
    const next = new Backdrop();
    next.things.set("1", thing("1", "ball", 5));
    objects.goOn(next);
    expect(frame(2)).toEqual(["draw 1 at 5 in second 2", "destroy 2"]);
  });
});
