import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readDeploy, readYaml } from "../../support/deploy-files.ts";
import { podVariables, readIngresses, readPods, readServices } from "../../support/kubernetes-files.ts";
import { ROOT } from "../../support/layers/project-files.ts";

const Kustomization = z.object({
  namespace: z.string(),
  resources: z.array(z.string()),
  images: z.array(z.object({ name: z.string() })),
  configMapGenerator: z.tuple([z.object({ name: z.string() })]),
  secretGenerator: z.tuple([z.object({ name: z.string(), envs: z.array(z.string()) })]),
});

describe("the manifests", async () => {
  const { container, pod, replicas, serviceName, template } = await readPods();
  const services = await readServices();
  const ingresses = await readIngresses();
  const names = Array.from({ length: replicas }, (_, i) => `pushback-${i}`);

  it("are all applied, and name what is generated", async () => {
    const kustomization = Kustomization.parse((await readYaml("kubernetes/kustomization.yaml"))[0]);
    const files = (await readdir(join(ROOT, "deploy/kubernetes"))).filter((file) => file.endsWith(".yaml"));
    expect([...kustomization.resources, "kustomization.yaml"].sort()).toEqual(files.sort());
    const [configMap] = kustomization.configMapGenerator;
    expect(container.envFrom).toEqual([{ configMapRef: { name: configMap.name } }]);
    expect(kustomization.images.map(({ name }) => name)).toEqual([container.image]);
    // Traefik finds the middleware by its namespace.
    const { annotations } = ingresses.get("pushback-pods") ?? { annotations: {} };
    expect(Object.values(annotations)).toEqual([`${kustomization.namespace}-without-prefix@kubernetescrd`]);
  });

  it("take from secrets what the README says how to write", async () => {
    const [, written = ""] = /^for name in ([A-Z_ ]+); do/m.exec(await readDeploy("README.md")) ?? [];
    const [{ name: secret }] = Kustomization.parse(
      (await readYaml("kubernetes/kustomization.yaml"))[0],
    ).secretGenerator;
    const taken = container.env.flatMap(({ valueFrom }) => valueFrom?.secretKeyRef ?? []);
    expect(taken).toEqual(expect.arrayContaining(written.split(" ").map((key) => ({ name: secret, key }))));
    expect(taken).toHaveLength(written.split(" ").length);
    expect(await readDeploy("kubernetes/redis.yaml")).toContain(`{ name: ${secret}, key: REDIS_PASSWORD }`);
  });

  it("open the ports that the process listens on, that of WebRTC on the node", async () => {
    const { PORT, WEBRTC_PORT } = await podVariables();
    expect(container.ports).toEqual([
      { name: "http", containerPort: Number(PORT), protocol: "TCP" },
      {
        name: "webrtc",
        containerPort: Number(WEBRTC_PORT),
        hostPort: Number(WEBRTC_PORT),
        protocol: "UDP",
      },
    ]);
  });

  it("ask apart whether a pod works and whether it takes newcomers, and let it move its matches", () => {
    expect(container.readinessProbe.httpGet).toEqual({ path: "/healthz/ready", port: "http" });
    expect(container.livenessProbe.httpGet).toEqual({ path: "/healthz/live", port: "http" });
    expect(container.startupProbe.httpGet).toEqual({ path: "/healthz/live", port: "http" });
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(60);
  });

  it("send newcomers to pods that are ready", () => {
    expect(services.get("pushback")).toMatchObject({
      publishNotReadyAddresses: false,
      selector: template.metadata.labels,
    });
    expect(ingresses.get("pushback")?.http.paths.map(({ path, backend }) => [path, backend.service])).toEqual(
      [["/", { name: "pushback", port: { name: "http" } }]],
    );
    expect(services.get(serviceName)?.clusterIP).toBe("None");
  });

  it("send players to their pod by its prefix, also while it is not ready", async () => {
    expect((await podVariables()).PUBLIC_ADDRESS).toBe(`/p/${names[0]}`);
    for (const name of names) {
      expect(services.get(name)).toMatchObject({
        publishNotReadyAddresses: true,
        selector: { "statefulset.kubernetes.io/pod-name": name },
        ports: [{ name: "http", targetPort: "http" }],
      });
    }
    const paths = ingresses.get("pushback-pods")?.http.paths ?? [];
    expect(paths.map(({ path, backend }) => [path, backend.service.name])).toEqual(
      names.map((name) => [`/p/${name}/`, name]),
    );
  });
});
