import { describe, expect, it } from "vitest";
import { TrackedPlayer } from "#player/netcode/tracked-player.ts";
import { TrackedThings } from "#player/netcode/tracked-things.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { ThingState } from "#shared/state/thing-state.ts";

function watch() {
  const state = new ArenaState();
  const tracked = new TrackedThings();
  const put = (id: string, about: { kind?: string; x: number; y: number; owner?: string }) =>
    state.things.set(id, Object.assign(new ThingState(), about));
  const self = new TrackedPlayer("ann", true).drawn;
  return { state, tracked, put, self };
}

describe("what is drawn of a thing", () => {
  it("is its kind, its owner, and the way between where two patches had it", () => {
    const { state, tracked, put } = watch();
    const ball = put("1", { kind: "ball", x: 4, y: 2 }).get("1");
    tracked.receive(state, 1000);
    Object.assign(ball ?? {}, { x: 5, owner: "ann" });
    tracked.receive(state, 1040);
    tracked.drawAt(1020, undefined);
    const drawn = tracked.drawn.get("1");
    expect(drawn).toMatchObject({ id: "1", kind: "ball", owner: "ann" });
    expect(drawn?.x).toBeCloseTo(4.5, 2);
    expect(drawn?.vx).toBeCloseTo(25, 0);
  });

  it("does not glide to where it was put", () => {
    const { state, tracked, put } = watch();
    const ball = put("1", { kind: "ball", x: 4, y: 2 }).get("1");
    tracked.receive(state, 1000);
    Object.assign(ball ?? {}, { x: 20 });
    tracked.receive(state, 1040);
    tracked.drawAt(1039, undefined);
    expect(tracked.drawn.get("1")?.x).toBeCloseTo(4, 2);
    tracked.drawAt(1040, undefined);
    expect(tracked.drawn.get("1")?.x).toBeCloseTo(20, 2);
  });

  it("goes when others are seen to have reached it", () => {
    const { state, tracked, put, self } = watch();
    put("1", { kind: "feather", x: 4, y: 2 });
    put("2", { kind: "anvil", x: 8, y: 2 });
    Object.assign(self, { x: 20, y: 2 });
    tracked.receive(state, 1000);
    state.things.delete("1");
    tracked.receive(state, 1040);
    tracked.receive(state, 1080);
    tracked.drawAt(1039, self);
    expect([...tracked.drawn.keys()]).toEqual(["1", "2"]);
    tracked.drawAt(1040, self);
    expect([...tracked.drawn.keys()]).toEqual(["2"]);
  });

  it("goes at once when it lay at the local player's feet, who is drawn ahead", () => {
    const { state, tracked, put, self } = watch();
    put("1", { kind: "feather", x: 4, y: 2 });
    Object.assign(self, { x: 4.3, y: 2.4 });
    tracked.receive(state, 1000);
    state.things.delete("1");
    tracked.receive(state, 1040);
    tracked.drawAt(960, self);
    expect(tracked.drawn.size).toBe(0);
  });
});
