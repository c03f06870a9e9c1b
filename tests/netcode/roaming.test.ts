import { describe, expect, it } from "vitest";
import { meadowForTwo } from "#lab/netcode/scripts.ts";
import { type VirtualMatch, virtualMatch } from "#lab/netcode/virtual-match.ts";
import type { VirtualPage } from "#lab/netcode/virtual-page.ts";
import type { MovableTransport } from "#transports/contract/movable.ts";
import type { LineProfile } from "#transports/simulated/line-model.ts";

const CLEAN: LineProfile = { delayMs: 40, jitterMs: 0, loss: 0 };
const LOSSY: LineProfile = { delayMs: 25, jitterMs: 5, loss: 0.03 };
/** Time (ms) between two states: 25 a second. */
const PATCH_MS = 40;
/** Most that a move may hold a state up by (ms). */
const LATE_MS = 250;

/** What a page saw of the states of its match. */
interface Seen {
  readonly page: VirtualPage;
  readonly transport: MovableTransport;
  /** Ticks of the states in their order, and times (ms) between them. */
  readonly ticks: number[];
  readonly gaps: number[];
  /** Frames so far in which others had nothing to move towards. */
  dry: number;
  frames: number;
  drops: number;
}

const circling = ({ ticks }: VirtualPage) => ({ moveX: Math.cos(ticks / 25), moveY: Math.sin(ticks / 25) });

/** A page that walks in circles, with UDP beside its stream where `datagrams` is given. */
async function join(
  match: VirtualMatch,
  name: string,
  link: LineProfile,
  datagrams?: LineProfile,
): Promise<Seen> {
  const page = await match.open({
    name,
    link,
    seed: name.length,
    play: circling,
    onFrame() {
      seen.frames += 1;
      if (page.match.starved) seen.dry += 1;
    },
    ...(datagrams === undefined ? {} : { datagrams }),
  });
  const ticks: number[] = [];
  const gaps: number[] = [];
  const seen = { page, ticks, gaps, dry: 0, frames: 0, drops: 0 } as Seen;
  await match.run(2);
  const session = page.visit?.session;
  if (session === undefined) throw new Error("The page is not in the room.");
  let at = match.time.now;
  session.onState(({ tick }) => {
    ticks.push(tick);
    gaps.push(match.time.now - at);
    at = match.time.now;
  });
  session.onDrop(() => {
    seen.drops += 1;
  });
  Object.assign(seen, { transport: session.movable, dry: 0, frames: 0 });
  return seen;
}

/** Steps from one state to the next that are not those of a patch. */
function irregular({ ticks }: Seen): number[] {
  return ticks
    .slice(1)
    .map((tick, i) => tick - (ticks[i] ?? tick))
    .filter((step) => step !== 2);
}

describe("a seat that moves between a stream and datagrams", () => {
  it("200 times in mid-match: no state is lost, doubled or late, and the own character is never corrected", async () => {
    const match = await virtualMatch({ arena: meadowForTwo(), seed: 3 });
    try {
      const ann = await join(match, "Ann", CLEAN, CLEAN);
      await match.run(4);
      ann.page.match.prediction?.resetFigures();
      let moved = 0;
      for (let move = 0; move < 200; move++) {
        const to = ann.transport.name === "websocket" ? "webrtc" : "websocket";
        ann.transport.move(to, "chosen", (outcome) => {
          if (outcome.moved) moved += 1;
        });
        await match.run(0.7);
      }
      expect(moved).toBe(200);
      expect(irregular(ann)).toEqual([]);
      expect(Math.max(...ann.gaps)).toBeLessThan(PATCH_MS + LATE_MS);
      expect(ann.page.match.prediction?.figures).toMatchObject({ corrections: 0, maxError: 0 });
      expect(ann.drops).toBe(0);
    } finally {
      await match.end();
    }
  });

  it("leaves a stream that loses, and stands still in far fewer frames than a page that stays", async () => {
    const match = await virtualMatch({ arena: meadowForTwo(), seed: 3 });
    try {
      const stays = await join(match, "Stay", LOSSY);
      const roams = await join(match, "Roams", LOSSY, LOSSY);
      await match.run(10);
      expect(roams.transport.name).toBe("webrtc");
      expect(roams.transport.reason).toMatch(/^losses_so_webrtc\?percent=\d+$/);
      Object.assign(stays, { dry: 0, frames: 0 });
      Object.assign(roams, { dry: 0, frames: 0 });
      await match.run(60);
      expect(stays.dry / stays.frames).toBeGreaterThan(0.01);
      expect(roams.dry / roams.frames).toBeLessThan(stays.dry / stays.frames / 3);
      expect(irregular(roams)).toEqual([]);
      expect(roams.transport.moves).toBe(1);
    } finally {
      await match.end();
    }
  });

  it("stays on a stream that loses nothing, however much it jitters", async () => {
    const match = await virtualMatch({ arena: meadowForTwo(), seed: 3 });
    try {
      const ann = await join(match, "Ann", { delayMs: 75, jitterMs: 30, loss: 0 }, CLEAN);
      await match.run(60);
      expect([ann.transport.name, ann.transport.moves]).toEqual(["websocket", 0]);
    } finally {
      await match.end();
    }
  });

  it("goes back to the stream when UDP dies, without a lost state, and does not come again at once", async () => {
    const match = await virtualMatch({ arena: meadowForTwo(), seed: 3 });
    try {
      const ann = await join(match, "Ann", LOSSY, LOSSY);
      await match.run(10);
      expect(ann.transport.name).toBe("webrtc");
      if (ann.page.datagrams !== undefined) ann.page.datagrams.alive = false;
      await match.run(3);
      expect(ann.transport.name).toBe("websocket");
      expect(ann.transport.reason).toBe("udp_silent_so_back?ms=1000");
      await match.run(20);
      expect([ann.transport.name, ann.transport.moves]).toEqual(["websocket", 2]);
      expect(irregular(ann)).toEqual([]);
      expect(ann.drops).toBe(0);
    } finally {
      await match.end();
    }
  });

  it("goes on over a new stream when the old one is cut, and the room does not hear of it", async () => {
    const match = await virtualMatch({ arena: meadowForTwo(), seed: 3 });
    try {
      const ann = await join(match, "Ann", CLEAN, CLEAN);
      await match.run(2);
      ann.page.line.cut();
      await match.run(2);
      expect(ann.transport.reason).toBe("cut_so_again");
      expect(irregular(ann)).toEqual([]);
      expect(Math.max(...ann.gaps)).toBeLessThan(PATCH_MS + LATE_MS);
      expect(ann.drops).toBe(0);
    } finally {
      await match.end();
    }
  });
});
