import type { Arena } from "#shared/arena/arena.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { SeenGround } from "./match-view.ts";

/** The floor of a match, which each patch changes. */
export class PatchedGround implements SeenGround {
  readonly arena: Arena;
  readonly crumblePhases: number[] = [];
  sunk = 0;
  shaking = false;

  constructor(arena: Arena) {
    this.arena = arena;
  }

  /** Takes in a patch. */
  receive({ crumbles, sunk, sinksAt }: ArenaState): void {
    for (let i = 0; i < crumbles.length; i++) this.crumblePhases[i] = crumbles[i] ?? 0;
    this.sunk = sunk;
    this.shaking = sinksAt > 0;
  }
}
