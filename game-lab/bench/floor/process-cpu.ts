import { readFileSync } from "node:fs";

/** Ticks of a second in which Linux counts the time of a process (USER_HZ, 100 on all machines that Node runs on). */
export const USER_HZ = 100;

/** CPU seconds, user and system, that a process has used so far, by the kernel's account. */
export function cpuSecondsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name of the program is in brackets and may hold anything; the fields after it are counted from its end.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / USER_HZ;
}
