import { useStore } from "../../context.ts";
import { brawl } from "./brawl.ts";
import type { ModeFace } from "./face.ts";
import { hill, stampedeHill } from "./hill.tsx";
import { king } from "./king.tsx";
import { last } from "./last.tsx";
import { pushBall } from "./push-ball.tsx";

/** How the page shows each mode, by its id. A mode that is not here is shown like a Brawl. */
const FACES: Readonly<Record<string, ModeFace>> = {
  brawl,
  last,
  king,
  hill,
  "push-ball": pushBall,
  "stampede-hill": stampedeHill,
};

/** How the mode that is played is shown; whoever asks is drawn again when the room goes over to another one. */
export function useFace(): ModeFace {
  const mode = useStore("hud").room.value?.mode ?? "";
  return Object.hasOwn(FACES, mode) ? (FACES[mode] ?? brawl) : brawl;
}
