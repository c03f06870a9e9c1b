import { brawl } from "./brawl.ts";
import { hill, stampedeHill } from "./hill.ts";
import { king } from "./king.ts";
import { last } from "./last.ts";
import type { Mode } from "./mode.ts";
import { pushBall } from "./push-ball.ts";
import { stampede } from "./stampede.ts";

const modes: Record<string, Mode> = {
  [brawl.id]: brawl,
  [last.id]: last,
  [king.id]: king,
  [hill.id]: hill,
  [pushBall.id]: pushBall,
  [stampede.id]: stampede,
  [stampedeHill.id]: stampedeHill,
};

/** All modes, by id. A new mode is a file beside this one and a line above. */
export const MODES: Readonly<Record<string, Mode>> = modes;

/** Adds a mode that is none of the game's own, for rooms of this process. A page that does not know it takes it for a Brawl. */
export function addMode(mode: Mode): void {
  modes[mode.id] = mode;
}

/** The mode of a room; what nobody knows is a Brawl. */
export function modeOf(id: string): Mode {
  return Object.hasOwn(modes, id) ? (modes[id] ?? brawl) : brawl;
}
