import { ensureProgram, type Program } from "./apt.ts";

export const NGINX: Program = {
  command: "nginx",
  version: "-v",
  packageName: "nginx-light",
  neededBy: "The tests behind nginx",
};

/** The command that starts nginx, as `ensureProgram` finds it. */
export const ensureNginx = (): string | undefined => ensureProgram(NGINX);
