import { describe, expect, it } from "vitest";
import { Metrics } from "#server/observability/metrics.ts";
import { StateAudit } from "#server/observability/state-audit.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { FINGERPRINT_EVERY } from "#shared/state/fingerprint.ts";

async function lines(metrics: Metrics): Promise<string[]> {
  return (await metrics.registry.metrics()).split("\n");
}

describe("metrics", () => {
  it("count a step as overrun when it takes longer than the time to the next", async () => {
    const metrics = new Metrics(() => ({ rooms: 0, people: 0, bots: 0 }));
    metrics.step(Number.NaN, 20);
    metrics.step(20.4, 20.1);
    const text = await lines(metrics);
    expect(text).toContain("pushback_step_overruns_total 1");
    expect(text).toContain("pushback_step_duration_seconds_count 2");
    expect(text).toContain("pushback_step_interval_seconds_count 1");
    expect(text).toContain('pushback_step_interval_seconds_bucket{le="0.02"} 0');
    expect(text).toContain('pushback_step_interval_seconds_bucket{le="0.0205"} 1');
  });

  it("count resyncs by transport and refusals by reason", async () => {
    const metrics = new Metrics(() => ({ rooms: 0, people: 0, bots: 0 }));
    metrics.resynced("websocket");
    metrics.refused("room_full");
    metrics.refused("room_full");
    const text = await lines(metrics);
    expect(text).toContain('pushback_resyncs_total{transport="websocket"} 1');
    expect(text).toContain('pushback_refusals_total{reason="room_full"} 2');
  });
});

describe("the audit of states", () => {
  function stateAt(tick: number): ArenaState {
    const state = new ArenaState();
    state.tick = tick;
    return state;
  }

  it("works while somebody asks, and keeps what is new to them", () => {
    let now = 0;
    const audit = new StateAudit(() => now);
    audit.note("ABCDE", stateAt(FINGERPRINT_EVERY));
    expect(audit.of("ABCDE", -1)).toEqual([]);
    for (const tick of [2 * FINGERPRINT_EVERY, 2 * FINGERPRINT_EVERY + 2, 3 * FINGERPRINT_EVERY]) {
      audit.note("ABCDE", stateAt(tick));
    }
    expect(audit.of("ABCDE", 2 * FINGERPRINT_EVERY).map(({ tick }) => tick)).toEqual([3 * FINGERPRINT_EVERY]);
    now += 60_000;
    audit.note("ABCDE", stateAt(4 * FINGERPRINT_EVERY));
    expect(audit.of("ABCDE", -1)).toHaveLength(2);
    audit.forget("ABCDE");
    expect(audit.of("ABCDE", -1)).toEqual([]);
  });
});
