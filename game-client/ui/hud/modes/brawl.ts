import { FALLS, KNOCKOUTS, SCORE } from "./column.tsx";
import type { ModeFace } from "./face.ts";

/** Everybody for themselves: knock-outs are all that counts. */
export const brawl: ModeFace = { columns: [SCORE, KNOCKOUTS, FALLS] };
