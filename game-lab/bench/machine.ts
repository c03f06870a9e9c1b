import { availableParallelism, cpus, release, totalmem, type } from "node:os";

/** The machine that something was measured on. */
export interface Machine {
  /** Day and minute, UTC. */
  readonly at: string;
  /** A sentence about it. */
  readonly words: string;
}

/** This machine, now. */
export function describeMachine(): Machine {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return {
    at: `${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC`,
    words: `${cpus()[0]?.model ?? "Unknown processor"}, ${availableParallelism()} cores, ${gigabytes} GB, ${type()} ${release()}, Node ${process.version}; server and clients on the same machine.`,
  };
}
