import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";

/** What `fork` needs to run a script of Node on a certain core; on all of them where that cannot be chosen. */
export interface Pin {
  readonly execPath: string;
  readonly execArgv: string[];
}

const ANYWHERE: Pin = { execPath: process.execPath, execArgv: [] };

/** Whether processes can be tied to cores: two of them, and the tool of util-linux. */
export function canPin(): boolean {
  return availableParallelism() > 1 && spawnSync("taskset", ["--version"]).status === 0;
}

/** Ties a process to a core, the last one being 1 on a machine with two. */
export function onCore(core: number, isPinned: boolean): Pin {
  if (!isPinned) return ANYWHERE;
  return { execPath: "taskset", execArgv: ["-c", String(core), process.execPath] };
}
