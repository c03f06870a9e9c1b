/** Loaded into the process of a game server in front of it: tells the parent of every fault, and how much memory it holds. */
function tell(message: object): void {
  process.send?.(message);
}

function text(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

process.on("uncaughtExceptionMonitor", (error, origin) => tell({ fault: `${origin}: ${text(error)}` }));
// The server may have a listener of its own, which then decides what becomes of the process.
process.on("unhandledRejection", (reason) => tell({ fault: `unhandledRejection: ${text(reason)}` }));
process.on("message", (message) => {
  if (message !== "memory") return;
  for (let i = 0; i < 4; i++) globalThis.gc?.();
  const { heapUsed, external, arrayBuffers, rss } = process.memoryUsage();
  tell({ memory: { heapUsed, external, arrayBuffers, rss } });
});
// Whoever started it is gone.
process.once("disconnect", () => process.exit(0));
