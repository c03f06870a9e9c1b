import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readConfig } from "#server/config.ts";
import {
  assignments,
  filledIn,
  knownVariables,
  readCompose,
  readDeploy,
  readYaml,
  unitValues,
} from "../../support/deploy-files.ts";
import { podVariables } from "../../support/kubernetes-files.ts";

/** What is not the server's own: Node reads it. */
const OF_NODE = "NODE_ENV";
/** What somebody fills in who follows the README. */
const FILLED_IN = {
  PUBLIC_URL: "https://play.example.org",
  WEBRTC_ADDRESS: "203.0.113.7",
  GUEST_SECRET: "0".repeat(64),
  ADMIN_TOKEN: "1".repeat(64),
};

/** The environments that files of `deploy` give to a process, by where they stand. */
async function environments(): Promise<Map<string, Record<string, string>>> {
  const found = new Map<string, Record<string, string>>();
  found.set("example.env", assignments(await readDeploy("example.env")));
  for (const file of ["compose.yaml", "compose.cluster.yaml"]) {
    const { services } = await readCompose(file);
    for (const [name, { image, environment }] of Object.entries(services))
      if (image === "pushback") found.set(`${file}: ${name}`, environment);
  }
  for (const file of ["systemd/pushback.service", "systemd/pushback@.service"]) {
    const words = unitValues(await readDeploy(file), "Environment").flatMap((line) => line.split(" "));
    found.set(file, assignments(words.join("\n").replaceAll("%i", "1").replaceAll("%S", "/var/lib")));
  }
  const dockerfile = await readDeploy("Dockerfile");
  const set = [...dockerfile.matchAll(/^ENV (.+)$/gm)].flatMap(([, line = ""]) => line.split(" "));
  found.set("Dockerfile", assignments(set.join("\n")));
  const Kustomization = z.object({
    configMapGenerator: z.array(z.object({ literals: z.array(z.string()) })),
  });
  const [kustomization] = await readYaml("kubernetes/kustomization.yaml");
  const literals = Kustomization.parse(kustomization).configMapGenerator.flatMap((map) => map.literals);
  found.set("kubernetes", { ...assignments(literals.join("\n")), ...(await podVariables()) });
  return found;
}

describe("an environment in deploy", async () => {
  const all = await environments();
  const known = await knownVariables();

  it("is there for every way to start a process", () => {
    expect([...all.keys()]).toEqual([
      "example.env",
      "compose.yaml: pushback",
      "compose.cluster.yaml: process-1",
      "compose.cluster.yaml: process-2",
      "compose.cluster.yaml: process-3",
      "systemd/pushback.service",
      "systemd/pushback@.service",
      "Dockerfile",
      "kubernetes",
    ]);
    expect([...known]).toEqual(expect.arrayContaining(["PORT", "REDIS_URL", "PUBLIC_ADDRESS", "PROCESSES"]));
  });

  it.each([...all])("names in %s only what the README's table has", (_where, environment) => {
    const names = Object.keys(environment);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => name !== OF_NODE && !known.has(name))).toEqual([]);
  });

  it.each([...all])("holds in %s what the server takes, once it is filled in", (_where, environment) => {
    const entries = Object.entries(environment);
    const filled = entries.map(([name, value]) => [name, filledIn(value, FILLED_IN, () => {})]);
    expect(() => readConfig(Object.fromEntries(filled))).not.toThrow();
  });

  it("makes a process of a cluster of pushback@ and a filled in example.env", async () => {
    const file = {
      ...assignments(await readDeploy("example.env")),
      ...FILLED_IN,
      REDIS_URL: "redis://127.0.0.1",
    };
    const unit = all.get("systemd/pushback@.service") ?? {};
    // What the file says overrules the unit.
    expect(Object.keys(unit).filter((name) => name in file)).toEqual([]);
    expect(readConfig({ ...unit, ...file })).toMatchObject({
      publicAddress: "/p/1",
      port: 2571,
      webRtcPort: 2571,
      proxies: 1,
      redisUrl: "redis://127.0.0.1",
    });
  });

  it("asks for nothing that example.env does not offer", async () => {
    const offered = Object.keys(assignments(await readDeploy("example.env")));
    const asked = new Set<string>();
    for (const file of ["compose.yaml", "compose.cluster.yaml", "Caddyfile"])
      filledIn((await readDeploy(file)).replaceAll("{$", "${"), {}, (name) => asked.add(name));
    expect([...asked].sort()).toEqual(["ADMIN_TOKEN", "GUEST_SECRET", "PUBLIC_URL", "WEBRTC_ADDRESS"]);
    expect(offered).toEqual(expect.arrayContaining([...asked]));
  });
});
