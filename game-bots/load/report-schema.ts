import { z } from "zod";

/** A distribution, in milliseconds. */
const distribution = z.object({
  count: z.number().int(),
  p50: z.number(),
  p90: z.number(),
  p95: z.number(),
  p99: z.number(),
  p999: z.number(),
  max: z.number(),
});
export type Distribution = z.infer<typeof distribution>;

/** The latencies that clients measure; each is absent when nothing was measured. */
const latencies = z.object({
  /** From the moment at which the schedule wanted a client to join, to its first state. */
  timeToJoin: distribution.optional(),
  /** From the moment at which a ping was due to its answer. */
  roundTrip: distribution.optional(),
  /** From the moment at which an input was due to the first patch that includes it. */
  inputToAck: distribution.optional(),
  /** Between two patches, as they came. */
  patchInterval: distribution.optional(),
  /** Server time now less server time of the newest state, looked at ten times a second. */
  ageOfState: distribution.optional(),
  /** From a lost line to the first state on the next one. */
  reconnect: distribution.optional(),
  /** From a lost line to the first state of another process that goes on with the room. */
  move: distribution.optional(),
});

const percentiles = z.object({ p50: z.number(), p95: z.number(), p99: z.number() });

/** What happened in one second; `at` is seconds since the beginning. */
const second = z.object({
  at: z.number(),
  phase: z.enum(["ramp", "steady", "end"]),
  connected: z.number().int(),
  errors: z.number().int(),
  patches: z.number().int(),
  bytesDown: z.number(),
  bytesUp: z.number(),
  roundTrip: percentiles.optional(),
  inputToAck: percentiles.optional(),
  patchInterval: percentiles.optional(),
  ageOfState: percentiles.optional(),
  /** Worst event-loop delay (ms, 99th percentile) and CPU (% of a core, the busiest) of the workers. */
  generatorDelay: z.number(),
  generatorCpu: z.number(),
  serverCpu: z.number().optional(),
  /** MB. */
  serverMemory: z.number().optional(),
  serverDelay: z.number().optional(),
  /** Clients who went on in another process in this second; absent when nobody did. */
  moves: z.number().int().optional(),
  /** By the address of a process, where the server is several: clients that are on it, and % of a core that it used. */
  clientsByProcess: z.record(z.string(), z.number()).optional(),
  serverCpuByProcess: z.record(z.string(), z.number()).optional(),
});
export type Second = z.infer<typeof second>;

const client = z.object({
  number: z.number().int(),
  room: z.number().int(),
  transport: z.string(),
  /** Round trip (ms); absent without a sample. */
  p50: z.number().optional(),
  p99: z.number().optional(),
  /** Rates are of the seconds that it was in the match. */
  patchesPerSecond: z.number(),
  bytesDownPerSecond: z.number(),
  bytesUpPerSecond: z.number(),
  reconnects: z.number().int(),
});
export type ClientFigures = z.infer<typeof client>;

const bucket = z.object({
  /** Upper bound (ms); null for what is above all bounds. */
  to: z.number().nullable(),
  count: z.number(),
});
export type Bucket = z.infer<typeof bucket>;

/** The server by its own metrics, over the measured time. */
const server = z.object({
  cpuSeconds: z.number(),
  /** % of a core. */
  cpuPercent: z.number(),
  /** CPU (us) per patch that a client got, everything included. */
  cpuPerUpdate: z.number(),
  /** CPU seconds per player and second. */
  cpuPerPlayerSecond: z.number(),
  /** MB, at the end. */
  memory: z.number(),
  /** MB of heap in use, at the end. */
  heap: z.number(),
  /** % of the time. */
  garbageCollection: z.number(),
  stepLength: percentiles.optional(),
  stepInterval: percentiles.optional(),
  stepLengths: z.array(bucket),
  stepIntervals: z.array(bucket),
  steps: z.number(),
  overruns: z.number(),
  /** Of the 99th percentiles of every second: the median and the largest (ms). */
  eventLoopDelay: z.object({ typical: z.number(), worst: z.number() }),
  resyncs: z.number(),
  refusals: z.record(z.string(), z.number()),
  bytesOut: z.number(),
  bytesIn: z.number(),
  messagesOut: z.number(),
  messagesIn: z.number(),
});
export type ServerFigures = z.infer<typeof server>;

const judgement = z.object({
  name: z.string(),
  unit: z.string(),
  limit: z.number(),
  value: z.number().nullable(),
  passed: z.boolean(),
});

/** The report of a load test, as `--report` writes it. Latencies are ms, and of the measured time unless they say otherwise. */
export const reportSchema = z.object({
  version: z.literal(1),
  /** ISO 8601. */
  startedAt: z.string(),
  machine: z.object({
    cpu: z.string(),
    cores: z.number(),
    memoryGB: z.number(),
    node: z.string(),
    os: z.string(),
  }),
  options: z.object({
    url: z.string(),
    ownServer: z.boolean(),
    clients: z.number(),
    rooms: z.number(),
    playersPerRoom: z.number(),
    ramp: z.number(),
    duration: z.number(),
    transports: z.array(z.object({ name: z.string(), share: z.number() })),
    churn: z.number(),
    workers: z.number(),
    seed: z.number(),
    brain: z.string(),
  }),
  /** How it ended: "completed", or why not, as a sentence. */
  ended: z.string(),
  /** Seconds that were measured after the ramp. */
  measuredSeconds: z.number(),
  clients: z.object({
    joined: z.number(),
    connectedAtEnd: z.number(),
    left: z.number(),
    reconnects: z.number(),
    /** Times that a client went on in another process, which its room had moved to. */
    moves: z.number().default(0),
    /** Times that a client did not find its room again. */
    lostMoves: z.number().default(0),
    /** Sum over the clients of the seconds that they were connected in the measured time. */
    playerSeconds: z.number(),
  }),
  latencies,
  /** Of the measured time, as the clients count it: messages without the framing of the transport. */
  traffic: z.object({
    patches: z.number(),
    messagesDown: z.number(),
    messagesUp: z.number(),
    bytesDown: z.number(),
    bytesUp: z.number(),
    bytesDownPerClientSecond: z.number(),
    bytesUpPerClientSecond: z.number(),
    bytesPerPatch: z.number(),
  }),
  errors: z.object({
    total: z.number(),
    decodeErrors: z.number(),
    /** What went wrong, in words, most frequent first. */
    kinds: z.array(z.object({ words: z.string(), count: z.number() })),
  }),
  divergence: z.object({
    /** States compared; 0 when the server did not let us. */
    compared: z.number(),
    diverged: z.number().optional(),
    /** Of those compared: states that clients got after their room had moved. */
    comparedAfterMoves: z.number().default(0),
    examples: z.array(z.string()),
    /** Why it was not compared, if it was not. */
    note: z.string().optional(),
  }),
  server: server.optional(),
  /** Why there are no figures of the server, if there are none. */
  serverNote: z.string().optional(),
  generator: z.object({
    /** Largest share of a core (%) that one worker used in the measured time. */
    cpuPercent: z.number(),
    /** Event-loop delay (ms) of the worst worker: 99th percentile of the worst second, and of the median second. */
    worstDelay: z.number(),
    typicalDelay: z.number(),
    /** Share of the inputs that were due and not sent because the generator was late. */
    skippedInputs: z.number(),
    bottleneck: z.boolean(),
    words: z.string(),
  }),
  timeline: z.array(second),
  perClient: z.array(client),
  verdict: z.object({ passed: z.boolean(), judgements: z.array(judgement) }),
});
export type Report = z.infer<typeof reportSchema>;
