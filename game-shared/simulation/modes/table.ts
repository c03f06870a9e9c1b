import { brawl } from "./brawl.ts";
import type { Mode } from "./mode.ts";
import { stampede } from "./stampede.ts";

/** All modes, by id. A new mode is a file beside this one and a line here. */
export const MODES: Readonly<Record<string, Mode>> = { [brawl.id]: brawl, [stampede.id]: stampede };

/** The mode of a room; what nobody knows is a Brawl. */
export function modeOf(id: string): Mode {
  return MODES[id] ?? brawl;
}
