import type { Arena } from "#shared/arena/arena.ts";

/**
 * The versions of a map, each an arena with an id of its own: a room that plays on one can move to the next, as from one arena to
 * another.
 */
export class Revisions {
  /** By id, the shipped arenas among them. */
  readonly all: Map<string, Arena>;
  #count = 0;

  constructor(shipped: ReadonlyMap<string, Arena>) {
    this.all = new Map(shipped);
  }

  /** Takes in a map as it was saved, and returns it under the id of this version. */
  add(arena: Arena): Arena {
    this.#count += 1;
    const revision = this.#count === 1 ? arena : { ...arena, id: `${arena.id}-${this.#count}` };
    this.all.set(revision.id, revision);
    return revision;
  }
}
