import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Metrics } from "#server/observability/metrics.ts";

const dashboard = readFileSync(new URL("../../../../docs/grafana-dashboard.json", import.meta.url), "utf8");

describe("the dashboard for Grafana", () => {
  it("asks only for metrics that there are", async () => {
    const metrics = new Metrics(() => ({ rooms: 0, people: 0, bots: 0 }));
    metrics.cluster.watch({ isOpen: true, check() {} }, true);
    const known = metrics.registry.getMetricsAsArray().map(({ name }) => name);
    const asked = [...dashboard.matchAll(/\b(?:pushback|nodejs|process)_[a-z0-9_]+(?=\{)/g)].map(
      ([name]) => name,
    );
    expect(asked.length).toBeGreaterThan(15);
    for (const name of asked) expect(known).toContain(name.replace(/_(bucket|sum|count)$/, ""));
  });
});
