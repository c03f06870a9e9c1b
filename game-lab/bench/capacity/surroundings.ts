import { readFileSync } from "node:fs";
import { loadavg } from "node:os";

/** Ticks of a second in which Linux counts processor time (USER_HZ, 100 on all machines that Node runs on). */
const USER_HZ = 100;

/** What else the machine did while something was measured. */
export interface Surroundings {
  /** Cores that others kept busy, mean; undefined where the system does not tell. */
  readonly othersCores: number | undefined;
  /** Load average of the last minute at the end, our own processes included. */
  readonly loadAverage: number;
}

interface Look {
  readonly at: number;
  /** Core seconds that the machine was busy, and those of this process with its children that have ended. */
  readonly busy: number;
  readonly own: number;
}

/**
 * Watches what others use of the machine. The returned function is to be called when all processes that were started in
 * the meantime have ended: the system accounts for them then.
 */
export function watchSurroundings(): () => Surroundings {
  const from = look();
  return () => {
    const to = look();
    const loadAverage = loadavg()[0] ?? 0;
    if (from === undefined || to === undefined) return { othersCores: undefined, loadAverage };
    const others = to.busy - from.busy - (to.own - from.own);
    return { othersCores: Math.max(0, others / (to.at - from.at)), loadAverage };
  };
}

function look(): Look | undefined {
  try {
    const machine = readFileSync("/proc/stat", "utf8")
      .split("\n")[0]
      ?.trim()
      .split(/\s+/)
      .slice(1)
      .map(Number);
    const process = readFileSync("/proc/self/stat", "utf8");
    const fields = process.slice(process.lastIndexOf(")") + 2).split(" ");
    const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0] = machine ?? [];
    // utime, stime, cutime and cstime.
    const own = fields.slice(11, 15).reduce((total, field) => total + Number(field), 0);
    return {
      at: performance.now() / 1000,
      busy: (user + nice + system + irq + softIrq) / USER_HZ,
      own: own / USER_HZ,
    };
  } catch {
    // Not Linux.
    return undefined;
  }
}
