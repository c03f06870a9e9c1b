/** How often the parent is looked at, in milliseconds: a stop may be late by this much. */
const LOOK_MS = 200;

/**
 * Ends this process, by SIGTERM and so in order, when npm is told to end. npm passes a signal on to its shell alone,
 * which dies of it and leaves what it runs behind. Does nothing when npm did not start the process: then it may
 * well outlive its parent.
 */
export function endWithNpm(): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    process.kill(process.pid, "SIGTERM");
  }, LOOK_MS).unref();
}
