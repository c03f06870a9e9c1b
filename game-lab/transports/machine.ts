import { cpus, release, totalmem, type } from "node:os";

/** The machine and its software, by names for people. */
export function describeMachine(): Record<string, string> {
  const all = cpus();
  return {
    processor: `${all[0]?.model.trim() ?? "unknown"}, ${all.length} threads`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    system: `${type()} ${release()}`,
    node: process.version,
  };
}
