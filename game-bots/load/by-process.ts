import type { Report } from "./report-schema.ts";

/** What one process of a server had in the measured time. */
export interface ProcessShare {
  readonly address: string;
  /** Clients that were on it: in the first second, the most, and in the last. */
  readonly first: number;
  readonly most: number;
  readonly last: number;
  /** % of a core, the mean of the seconds in which it told; undefined when it never did. */
  readonly cpuPercent: number | undefined;
}

/** What each process had; empty where there is only one. */
export function shareOfProcesses({ timeline }: Pick<Report, "timeline">): ProcessShare[] {
  const steady = timeline.filter(({ phase }) => phase === "steady");
  const addresses = new Set(
    steady.flatMap(({ clientsByProcess = {}, serverCpuByProcess = {} }) => [
      ...Object.keys(clientsByProcess),
      ...Object.keys(serverCpuByProcess),
    ]),
  );
  return [...addresses].sort().map((address) => {
    const clients = steady.map(({ clientsByProcess }) => clientsByProcess?.[address] ?? 0);
    const cpu = steady.flatMap(({ serverCpuByProcess }) => serverCpuByProcess?.[address] ?? []);
    return {
      address,
      first: clients[0] ?? 0,
      most: Math.max(...clients),
      last: clients.at(-1) ?? 0,
      cpuPercent: cpu.length === 0 ? undefined : cpu.reduce((sum, one) => sum + one, 0) / cpu.length,
    };
  });
}
