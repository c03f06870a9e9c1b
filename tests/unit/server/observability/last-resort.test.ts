import { pino } from "pino";
import { expect, it } from "vitest";
import { LastResort } from "#server/observability/last-resort.ts";
import { Metrics } from "#server/observability/metrics.ts";

function lastResort() {
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => lines.push(line) });
  const metrics = new Metrics(() => ({ rooms: 0, people: 0, bots: 0 }));
  const clock = { now: 0 };
  return { lines, metrics, clock, resort: new LastResort(log, metrics, () => clock.now) };
}

it("a fault that nothing caught is logged with its cause and counted", async () => {
  const { lines, metrics, resort } = lastResort();
  resort.note(new Error("a room id was not one"), "rejection");
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain("a room id was not one");
  expect(await metrics.registry.metrics()).toContain('pushback_faults_total{kind="rejection"} 1');
});

it("a fault that somebody repeats is counted, and no longer logged", async () => {
  const { lines, metrics, clock, resort } = lastResort();
  for (let i = 0; i < 1000; i++) resort.note(new Error("again"), "exception");
  expect(lines).toHaveLength(10);
  expect(await metrics.registry.metrics()).toContain('pushback_faults_total{kind="exception"} 1000');
  clock.now = 60_000;
  resort.note(new Error("later"), "exception");
  expect(lines).toHaveLength(11);
});
