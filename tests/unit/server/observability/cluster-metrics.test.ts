import { describe, expect, it } from "vitest";
import { Metrics } from "#server/observability/metrics.ts";

async function linesOf(metrics: Metrics): Promise<string[]> {
  return (await metrics.registry.metrics()).split("\n");
}

describe("metrics of a process among others", () => {
  it("count how rooms pass, and for how long they stand still", async () => {
    const metrics = new Metrics(() => ({ rooms: 0, people: 0, bots: 0 }));
    metrics.cluster.passed("out");
    metrics.cluster.passed("out");
    metrics.cluster.stoodStill(40);
    metrics.cluster.stoodStill(1200);
    const lines = await linesOf(metrics);
    expect(lines).toContain('pushback_room_passages_total{kind="out"} 2');
    for (const kind of ["in", "brought_back", "left_behind", "given_up"]) {
      expect(lines).toContain(`pushback_room_passages_total{kind="${kind}"} 0`);
    }
    expect(lines).toContain('pushback_room_standstill_seconds_bucket{le="0.02"} 0');
    expect(lines).toContain('pushback_room_standstill_seconds_bucket{le="0.05"} 1');
    expect(lines).toContain("pushback_room_standstill_seconds_sum 1.24");
  });

  it("tell whether newcomers may come, and whether Redis can be asked", async () => {
    const metrics = new Metrics(() => ({ rooms: 0, people: 0, bots: 0 }));
    let isUp = true;
    const cluster = {
      isOpen: true,
      check() {
        if (!isUp) throw new Error("away");
      },
    };
    metrics.cluster.watch(cluster, true);
    expect(await linesOf(metrics)).toEqual(
      expect.arrayContaining(["pushback_open 1", "pushback_redis_up 1"]),
    );
    isUp = false;
    cluster.isOpen = false;
    expect(await linesOf(metrics)).toEqual(
      expect.arrayContaining(["pushback_open 0", "pushback_redis_up 0"]),
    );
  });

  it("say nothing of Redis where there is none", async () => {
    const metrics = new Metrics(() => ({ rooms: 0, people: 0, bots: 0 }));
    metrics.cluster.watch({ isOpen: true, check() {} }, false);
    const text = (await linesOf(metrics)).join("\n");
    expect(text).toContain("pushback_open 1");
    expect(text).not.toContain("pushback_redis_up");
  });
});
