/** Preloaded into a server that a load test starts: it ends when the load test is gone, however that ended. */
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
