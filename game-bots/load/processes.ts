import { z } from "zod";

/** Longest time (ms) to wait for the list. */
const TIMEOUT_MS = 3000;

const answer = z.object({ processes: z.array(z.object({ id: z.string(), address: z.string() })) });

/** One of the processes that a server is made of. */
export interface ListedProcess {
  /** Another one after each start. */
  readonly id: string;
  /** As the report calls it: the prefix, or host and prefix, by which it is reached. Empty for a server of one process. */
  readonly address: string;
  /** What the addresses of its requests begin with. */
  readonly url: string;
}

/** Knows of which processes a server is made, as far as it tells. */
export class ProcessDirectory {
  readonly #origin: string;
  readonly #headers: Record<string, string>;
  #known: readonly ListedProcess[];
  #isAlone = false;

  /** @param headers What shows that the administrator asks. */
  constructor(origin: string, headers: Record<string, string>) {
    this.#origin = origin;
    this.#headers = headers;
    this.#known = [{ id: "", address: "", url: origin }];
  }

  /** All that work now; those of the last time when there is no answer. A server of one process is asked once. */
  async all(): Promise<readonly ListedProcess[]> {
    if (this.#isAlone) return this.#known;
    try {
      const response = await fetch(`${this.#origin}/api/processes`, {
        headers: this.#headers,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (!response.ok) return this.#known;
      const { processes } = answer.parse(await response.json());
      this.#isAlone = processes.length === 1 && processes[0]?.address === "";
      this.#known = processes.map(({ id, address }) => ({ id, address, url: this.#urlOf(address) }));
    } catch {
      // Whoever does not answer now is asked again; figures are of those that are known.
    }
    return this.#known;
  }

  #urlOf(address: string): string {
    if (address === "" || address.startsWith("/")) return this.#origin + address;
    return `${new URL(this.#origin).protocol}//${address}`;
  }
}

/**
 * Where the process is reached that a connection leads to: the address without process and room, as an address for requests.
 * @param connected Address of a connection; undefined before there is one.
 */
export function placeOf(connected: string | undefined): string | undefined {
  const url = connected === undefined ? null : URL.parse(connected);
  if (url === null) return undefined;
  const protocol = url.protocol.replace(/^ws/, "http");
  const path = url.pathname.split("/").slice(0, -2).join("/");
  return `${protocol}//${url.host}${path}`;
}

/** What the report calls a place: as `ListedProcess.address` calls its process. */
export function nameOfPlace(place: string, origin: string): string {
  return place.startsWith(origin) ? place.slice(origin.length) : place.replace(/^https?:\/\//, "");
}
