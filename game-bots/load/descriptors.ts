import { readFileSync } from "node:fs";

/** Descriptors that a process needs besides its connections: files, pipes, metrics, connections that are closing. */
const SPARE = 64;

/** Most file descriptors that this process may have, or undefined where the system does not say. */
export function descriptorLimit(): number | undefined {
  try {
    const line = /^Max open files\s+(\d+|unlimited)/m.exec(readFileSync("/proc/self/limits", "utf8"))?.[1];
    return line === undefined || line === "unlimited" ? undefined : Number(line);
  } catch {
    return undefined;
  }
}

/**
 * Why this machine cannot hold so many connections, or undefined when it can. A client that joins holds two
 * for a moment: one for the question and one for the game.
 */
export function explainTooFewDescriptors(
  limit: number | undefined,
  clients: number,
  workers: number,
  ownServer: boolean,
): string | undefined {
  if (limit === undefined) return undefined;
  const perWorker = Math.ceil(clients / workers) + SPARE;
  const remedy = (needed: number, other: string): string =>
    `Raise the limit (ulimit -n ${2 ** Math.ceil(Math.log2(needed))})${other} or use fewer --clients.`;
  if (perWorker > limit) {
    return `Each of ${workers} worker process${workers === 1 ? "" : "es"} needs ${perWorker} file descriptors for its clients, but may only have ${limit}. ${remedy(perWorker, ", use more --workers,")}`;
  }
  const forServer = clients + SPARE;
  if (ownServer && forServer > limit) {
    return `The server needs ${forServer} file descriptors for ${clients} clients, but may only have ${limit}. ${remedy(forServer, "")}`;
  }
  return undefined;
}
