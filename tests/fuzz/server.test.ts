import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { request } from "./inputs/requests.ts";
import { session } from "./inputs/sessions.ts";
import { campaign } from "./support/campaign.ts";
import { readCorpus } from "./support/corpus.ts";
import { byDayOrNight } from "./support/settings.ts";
import type { Memory } from "./support/target.ts";
import { World } from "./support/world.ts";

/** Limits that nobody meets, so that everything that is sent is also heard. */
const OPEN = {
  MAX_ROOMS: "1000",
  MAX_ROOMS_PER_MINUTE: "100000",
  MAX_JOINS_PER_MINUTE: "100000",
  MAX_CONNECTIONS_PER_ADDRESS: "10000",
  MAX_CHARACTERS: "10000",
  MAX_LATE_MS: "10000",
};

/** Many addresses: a new one for each sender. */
const everywhere = (n: number): string => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;

/** Longest time (ms) of a campaign by day: together less than a minute on a machine that is busy. */
const MAX_CAMPAIGN_MS = byDayOrNight(4_000, 900_000);

/**
 * What a server may have grown by (bytes) once everybody is gone: six limits remember up to 10,000 addresses each, with
 * about 150 bytes for one, and what has been compiled stays. Whatever a million inputs leave behind is more.
 */
const MAX_GROWN = 32 * 1024 * 1024;
/** Times between patches (ms), nominally 40, while the senders take as much of the machine as they get. */
const MAX_USUAL_MS = 60;
const MAX_RARE_MS = 500;

/** Two honest players are not disturbed by any requests. */
async function sendRequests(world: World, name: string, howMany: number, mostMs: number): Promise<void> {
  const enough = world.inputs + howMany;
  await campaign({
    name,
    input: request,
    atOnce: byDayOrNight(64, 256),
    run: (inputs) => world.requests(inputs),
    isDone: () => world.inputs >= enough,
    mostMs,
  });
}

describe("a server without limits", { timeout: byDayOrNight(180_000, 1_500_000) }, () => {
  const world = new World({ environment: OPEN, addressOf: everywhere });
  let before: Memory;
  beforeAll(() => world.start());
  afterAll(() => world.stop());

  it.each(readCorpus().filter((harm) => !("decoder" in harm)))("bears: $about", async (harm) => {
    if ("requests" in harm) await world.requests(harm.requests);
    if ("sessions" in harm) await world.sessions(harm.sessions);
    before = await world.memory();
  });

  it("bears any requests", ({ task }) =>
    sendRequests(world, task.name, byDayOrNight(1_500, 100_000), MAX_CAMPAIGN_MS));

  it.for(TRANSPORTS)("bears any players over %s", async (transport, { task }) => {
    const isSlow = transport === "webrtc";
    const enough = world.inputs + (isSlow ? byDayOrNight(100, 5_000) : byDayOrNight(800, 25_000));
    await campaign({
      name: task.name,
      input: session(transport),
      atOnce: isSlow ? 2 : byDayOrNight(8, 24),
      run: (inputs) => world.sessions(inputs),
      isDone: () => world.inputs >= enough,
      mostMs: MAX_CAMPAIGN_MS,
    });
  });

  it("gave seats to most of those players", () => {
    expect(world.seated).toBeGreaterThan(world.sessionsSent / 2);
  });

  it.runIf(NIGHTLY)("let the victims play, and holds no more memory when all others are gone", async () => {
    const victims = await world.victims();
    const grownTo = (now: Memory) => now.heapUsed + now.external - before.heapUsed - before.external;
    const after = await world.memoryWhenAlone((memory) => grownTo(memory) < MAX_GROWN);
    console.log(JSON.stringify({ inputs: world.inputs, seated: world.seated, victims, before, after }));
    expect(grownTo(after), "bytes grown").toBeLessThan(MAX_GROWN);
    for (const { p50, p99 } of victims) {
      expect(p50, "usual time between patches").toBeLessThan(MAX_USUAL_MS);
      expect(p99, "time between patches of one in a hundred").toBeLessThan(MAX_RARE_MS);
    }
  });
});

describe("a server as it is, and somebody at one address:", () => {
  const world = new World({ environment: {}, addressOf: () => "10.0.0.1" });
  /** Nearly all of it is turned away, which is the point. */
  const mostMs = byDayOrNight(2_000, 60_000);
  beforeAll(() => world.start());
  afterAll(() => world.stop());

  it("it bears a flood of any requests", ({ task }) =>
    sendRequests(world, task.name, byDayOrNight(400, 20_000), mostMs));

  it("it bears a crowd of any players", async ({ task }) => {
    const enough = world.sessionsSent + byDayOrNight(100, 5_000);
    await campaign({
      name: task.name,
      input: fc.oneof(...TRANSPORTS.map(session)),
      atOnce: 8,
      run: (inputs) => world.sessions(inputs),
      isDone: () => world.sessionsSent >= enough,
      mostMs,
    });
  });
});
