/** Difference (ms) between the clock of the machine and that of this process. */
const ORIGIN_MS = Number(process.hrtime.bigint()) / 1e6 - performance.now();

/** Time (ms) that is the same in all processes of this machine, so that times of two of them can be subtracted. */
export function monotonicMs(): number {
  return ORIGIN_MS + performance.now();
}
