import type { Situation } from "../traits.ts";
import type { SeenPlayer } from "../view.ts";

/** Where a bot wants to be (tiles), and what it does from there. */
export interface Want {
  readonly x: number;
  readonly y: number;
  /**
   * Near enough (tiles): from there the bot fights as it does anywhere. Farther away it walks there, and only fights whom it has
   * right in front of it.
   */
  readonly within: number;
  /** Walks there straight and with care, along an edge as well; otherwise it swerves a little, and keeps away from edges. */
  readonly exact?: true;
  /** Direction (radians) of a push that would be of use now besides hitting somebody: at a ball, for instance. */
  readonly strike?: number;
  /** Direction (radians) of a dash that would be of use now. */
  readonly shove?: number;
}

/**
 * What bots are after besides pushing whom they can: a file beside this one, and a line of the table. All of it is optional, is
 * asked in each tick and decides by what the bot sees (`Situation`): itself, the others, `view` with things, teams and mode, and
 * the marks of `ground.arena`.
 */
export interface Goal {
  /** Where to be now; undefined while fighting is all there is to do. */
  want?(situation: Situation): Want | undefined;
  /** What speaks for somebody as a target besides what always does: 1 is as much as being four tiles nearer. Negative speaks against. */
  appeal?(situation: Situation, other: SeenPlayer): number;
}
