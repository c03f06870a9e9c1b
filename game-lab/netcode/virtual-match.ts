import type { Fairness } from "#server/rooms/fairness.ts";
import type { AwayTimes } from "#server/rooms/features/feature.ts";
import type { Arena } from "#shared/arena/arena.ts";
import type { TickInput } from "#shared/simulation/tick-input.ts";
import type { World } from "#shared/simulation/types.ts";
import { TICK_MS } from "#shared/tunables.ts";
import { type PageOptions, VirtualPage } from "./virtual-page.ts";
import { VirtualServer } from "./virtual-server.ts";
import { VirtualTime } from "./virtual-time.ts";

export interface VirtualMatchOptions {
  arena: Arena;
  seed?: number;
  /** Join options of the room: `netRate` and the like. */
  room?: object;
  /** Without it, all the rules for late players apply. */
  fairness?: Fairness;
  /** How long somebody may do nothing. */
  awayTimes?: AwayTimes;
  onStep?(world: World, tick: TickInput): void;
}

/** A room, the pages in it and the time that passes for them. */
export interface VirtualMatch {
  readonly time: VirtualTime;
  readonly server: VirtualServer;
  /** The world after the newest step. */
  readonly world: World;
  /** Time of the simulation on the server (ms): the truth that pages try to know. */
  readonly simulationTime: number;
  /** Time of the room on the server (ms), which the SDK's own clock tries to know. */
  readonly roomTime: number;
  open(options: PageOptions): Promise<VirtualPage>;
  /** Lets so many seconds pass. */
  run(seconds: number): Promise<void>;
  /** Puts the real time back. Tests do so by themselves. */
  end(): Promise<void>;
}

/** Starts a match in a time of its own. */
export async function virtualMatch({
  arena,
  seed = 1,
  room,
  fairness,
  awayTimes,
  onStep,
}: VirtualMatchOptions): Promise<VirtualMatch> {
  const time = new VirtualTime();
  time.install();
  let world: World | undefined;
  let steppedAt = 0;
  const server = await VirtualServer.start({
    arena,
    seed,
    ...(room === undefined ? {} : { room }),
    ...(fairness === undefined ? {} : { fairness }),
    ...(awayTimes === undefined ? {} : { awayTimes }),
    onStep(stepped, tick) {
      world = stepped;
      steppedAt = time.now;
      onStep?.(stepped, tick);
    },
  });
  const pages: VirtualPage[] = [];
  return {
    time,
    server,
    get world() {
      if (world === undefined) throw new Error("The room has not stepped yet.");
      return world;
    },
    get simulationTime() {
      return (world?.tick ?? 0) * TICK_MS + time.now - steppedAt;
    },
    get roomTime() {
      return server.room.clock.elapsedTime + time.now - steppedAt;
    },
    async open(options) {
      const page = await VirtualPage.open(time, server, options);
      pages.push(page);
      return page;
    },
    run: (seconds) => time.runUntil(time.now + seconds * 1000),
    async end() {
      for (const page of pages) page.close();
      time.uninstall();
      await server.stop();
    },
  };
}
