import { ensureProgram, type Program } from "./apt.ts";

export const REDIS: Program = {
  command: "redis-server",
  version: "--version",
  packageName: "redis-server",
  neededBy: "The tests of several processes",
};

/** The command that starts Redis, as `ensureProgram` finds it. */
export const ensureRedis = (): string | undefined => ensureProgram(REDIS);
