import { z } from "zod";
import { readYaml } from "./deploy-files.ts";

const Port = z.object({
  name: z.string(),
  containerPort: z.number(),
  hostPort: z.number().optional(),
  protocol: z.enum(["TCP", "UDP"]).default("TCP"),
});
const HttpProbe = z.object({ httpGet: z.object({ path: z.string(), port: z.string() }) });
const Secret = z.object({ name: z.string(), key: z.string() });
const Variable = z.object({
  name: z.string(),
  value: z.string().optional(),
  valueFrom: z
    .object({ fieldRef: z.object({ fieldPath: z.string() }).optional(), secretKeyRef: Secret.optional() })
    .optional(),
});

/** The StatefulSet of the game, as far as tests look at it. */
const StatefulSet = z.object({
  spec: z.object({
    replicas: z.number(),
    serviceName: z.string(),
    template: z.object({
      metadata: z.object({ labels: z.record(z.string(), z.string()) }),
      spec: z.object({
        terminationGracePeriodSeconds: z.number(),
        containers: z.tuple([
          z.object({
            image: z.string(),
            env: z.array(Variable),
            envFrom: z.array(z.object({ configMapRef: z.object({ name: z.string() }) })),
            ports: z.array(Port),
            readinessProbe: HttpProbe,
            livenessProbe: HttpProbe,
            startupProbe: HttpProbe,
          }),
        ]),
      }),
    }),
  }),
});

const Service = z.object({
  kind: z.literal("Service"),
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    clusterIP: z.string().optional(),
    publishNotReadyAddresses: z.boolean().default(false),
    selector: z.record(z.string(), z.string()),
    ports: z.tuple([z.object({ name: z.string(), port: z.number(), targetPort: z.string() })]),
  }),
});

const IngressPath = z.object({
  path: z.string(),
  backend: z.object({ service: z.object({ name: z.string(), port: z.object({ name: z.string() }) }) }),
});
const Ingress = z.object({
  kind: z.literal("Ingress"),
  metadata: z.object({ name: z.string(), annotations: z.record(z.string(), z.string()).default({}) }),
  spec: z.object({
    rules: z.tuple([z.object({ host: z.string(), http: z.object({ paths: z.array(IngressPath) }) })]),
  }),
});

/** The StatefulSet and its only container. */
export async function readPods() {
  const [set] = await readYaml("kubernetes/pushback.yaml");
  const { spec } = StatefulSet.parse(set);
  return { ...spec, pod: spec.template.spec, container: spec.template.spec.containers[0] };
}

/** The Services of the game by name. */
export async function readServices() {
  const services = (await readYaml("kubernetes/services.yaml")).map((document) => Service.parse(document));
  return new Map(services.map(({ metadata, spec }) => [metadata.name, spec]));
}

/** The Ingresses by name. */
export async function readIngresses() {
  const documents = await readYaml("kubernetes/ingress.yaml");
  const found = documents
    .map((document) => Ingress.safeParse(document).data)
    .filter((one) => one !== undefined);
  return new Map(found.map(({ metadata, spec }) => [metadata.name, { ...metadata, ...spec.rules[0] }]));
}

/** What the kubelet and secrets would give, by where it comes from. */
const GIVEN: Readonly<Record<string, string>> = {
  "metadata.name": "pushback-0",
  "status.hostIP": "203.0.113.7",
};

/** The variables of the first pod, but for those that only make up others, as in `$(POD_NAME)`. */
export async function podVariables(): Promise<Record<string, string>> {
  const { env } = (await readPods()).container;
  const values = new Map<string, string>();
  const partOfOthers = new Set<string>();
  for (const { name, value, valueFrom } of env) {
    const given = value ?? GIVEN[valueFrom?.fieldRef?.fieldPath ?? ""] ?? "5".repeat(64);
    // Only what stands above is known here, as in Kubernetes.
    const whole = given.replace(/\$\((\w+)\)/g, (reference, part: string) => {
      partOfOthers.add(part);
      return values.get(part) ?? reference;
    });
    values.set(name, whole);
  }
  return Object.fromEntries([...values].filter(([name]) => !partOfOthers.has(name)));
}
