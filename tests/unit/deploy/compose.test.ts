import { describe, expect, it } from "vitest";
import { readConfig } from "#server/config.ts";
import { readCompose, readDeploy } from "../../support/deploy-files.ts";

const { port } = readConfig({});
/** Seconds that a process has after SIGTERM. */
const graceOf = (text = "") => Number(/^(\d+)s$/.exec(text)?.[1]);

describe("compose.yaml", async () => {
  const { services, volumes } = await readCompose("compose.yaml");

  it("opens both ports of its one process, and keeps its data", async () => {
    expect(Object.keys(services)).toEqual(["pushback"]);
    expect(services.pushback?.ports).toEqual([`${port}:${port}/tcp`, `${port}:${port}/udp`]);
    const [, folder] = /^VOLUME (\S+)$/m.exec(await readDeploy("Dockerfile")) ?? [];
    expect(services.pushback?.volumes).toEqual([`data:${folder}`]);
    expect(Object.keys(volumes)).toEqual(["data"]);
    expect(graceOf(services.pushback?.stop_grace_period)).toBeGreaterThanOrEqual(60);
  });
});

describe("compose.cluster.yaml", async () => {
  const { services, volumes } = await readCompose("compose.cluster.yaml");
  const processes = Object.entries(services).filter(([, { image }]) => image === "pushback");
  const caddyfile = await readDeploy("Caddyfile");

  it("has three processes beside Redis and a proxy", () => {
    expect(processes).toHaveLength(3);
    expect(Object.keys(services)).toHaveLength(5);
  });

  it.each(processes)("gives %s a prefix and a UDP port of its own", (name, service) => {
    const { PUBLIC_ADDRESS: prefix, WEBRTC_PORT: udp, ...rest } = service.environment;
    expect(caddyfile).toContain(`handle_path ${prefix}/* {\n\t\treverse_proxy ${name}:${port}\n`);
    expect(service.ports).toEqual([`${udp}:${udp}/udp`]);
    expect(graceOf(service.stop_grace_period)).toBeGreaterThanOrEqual(60);
    const others = processes.filter(([other]) => other !== name).map(([, { environment }]) => environment);
    for (const { PUBLIC_ADDRESS, WEBRTC_PORT, ...same } of others) {
      expect(PUBLIC_ADDRESS).not.toBe(prefix);
      expect(WEBRTC_PORT).not.toBe(udp);
      expect(same).toEqual(rest);
    }
    expect(rest.REDIS_URL).toBe("redis://redis:6379");
    expect(Object.keys(services)).toContain("redis");
    expect(rest.TRUST_PROXY).toBe("1");
  });

  it("sends newcomers to all that are ready", () => {
    const all = processes.map(([name]) => `${name}:${port}`).join(" ");
    expect(caddyfile).toMatch(
      new RegExp(`handle \\{\\s+reverse_proxy ${all} \\{[^}]*health_uri /healthz/ready`),
    );
  });

  it("gives Caddy the file, the ports of the web, and a place for its certificates", () => {
    expect(services.caddy?.volumes).toEqual(["./Caddyfile:/etc/caddy/Caddyfile:ro", "certificates:/data"]);
    expect(Object.keys(volumes)).toEqual(["certificates"]);
    expect(services.caddy?.ports).toEqual(["80:80/tcp", "443:443/tcp", "443:443/udp"]);
  });
});
