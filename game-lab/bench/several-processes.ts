import { ROOMY } from "#bots/load/roomy.ts";
import { freePort } from "#server/processes/free-port.ts";
import { type OwnRedis, startRedis } from "#server/processes/own-redis.ts";
import { prefixOf } from "#server/processes/prefix.ts";
import { type ServerProcess, startServerProcess } from "./attack/server-process.ts";

/** Processes of the game behind one port, as `PROCESSES=N npm start` runs them, or a single one as `npm start` does. */
export class SeveralProcesses {
  readonly redis: OwnRedis | undefined;
  readonly #server: ServerProcess;
  readonly #count: number;

  private constructor(server: ServerProcess, count: number, redis: OwnRedis | undefined) {
    this.#server = server;
    this.#count = count;
    this.redis = redis;
  }

  /** @throws Error in words when there is no Redis and more than one is asked for. */
  static async start(count: number): Promise<SeveralProcesses> {
    const redis = count > 1 ? await startRedis(await freePort()) : undefined;
    const server = await startServerProcess({
      ...ROOMY,
      PROCESSES: String(count),
      // Its lines tell how long each move took.
      LOG_LEVEL: "info",
      ADMIN_TOKEN: TOKEN,
      GUEST_SECRET: "all processes of this measurement have this secret",
      ...(redis === undefined ? {} : { REDIS_URL: redis.url }),
    });
    return new SeveralProcesses(server, count, redis);
  }

  /** The one address of all. */
  get url(): string {
    return this.#server.url;
  }

  /** The process in front of several that leads players to them. */
  get frontPid(): number | undefined {
    return this.#count > 1 ? this.#server.child.pid : undefined;
  }

  /** Address of one of them, counted from 1. */
  at(number: number): string {
    return this.#count > 1 ? this.url + prefixOf(number) : this.url;
  }

  /** Ids of the processes that have rooms. */
  async pids(): Promise<number[]> {
    const response = await fetch(`${this.url}/api/processes`, { headers: ADMIN });
    const { processes }: { processes: { pid: number }[] } = await response.json();
    if (processes.length !== this.#count) throw new Error(`There are ${processes.length} processes.`);
    return processes.map(({ pid }) => pid);
  }

  /** CPU seconds that all of them have used so far. */
  async cpuSeconds(): Promise<number> {
    const all = Array.from({ length: this.#count }, (_, i) =>
      this.#metric(i + 1, "process_cpu_seconds_total"),
    );
    return (await Promise.all(all)).reduce((sum, seconds) => sum + seconds, 0);
  }

  /** Moves the rooms of one of them to the others. */
  async drain(number: number): Promise<void> {
    const { status } = await fetch(`${this.at(number)}/admin/drain`, { method: "POST", headers: ADMIN });
    if (status !== 202) throw new Error(`The process does not drain: ${status}`);
  }

  /** For how long (ms) each room stood still that has moved so far. */
  standstills(): number[] {
    const lines = this.#server.output().matchAll(/"ms":(\d+),"msg":"room has moved"/g);
    return [...lines].map(([, ms]) => Number(ms));
  }

  async stop(): Promise<void> {
    await this.#server.stop();
    await this.redis?.stop();
  }

  async #metric(number: number, name: string): Promise<number> {
    const text = await (await fetch(`${this.at(number)}/metrics`, { headers: ADMIN })).text();
    const line = text.split("\n").find((line) => line.startsWith(`${name} `));
    if (line === undefined) throw new Error(`Process ${number} tells no ${name}.`);
    return Number(line.slice(name.length));
  }
}

const TOKEN = "the bench is the administrator";
const ADMIN = { authorization: `Bearer ${TOKEN}` };
