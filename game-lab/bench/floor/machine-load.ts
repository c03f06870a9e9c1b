import { readFileSync } from "node:fs";
import { USER_HZ } from "./process-cpu.ts";

/** CPU seconds that all processes of the machine have used so far; waiting for disks is not among them. */
export function cpuSecondsOfMachine(): number {
  const [line = ""] = readFileSync("/proc/stat", "utf8").split("\n");
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0] = line.split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + softIrq) / USER_HZ;
}
