import type { GameEvent, Player, World } from "../types.ts";

/** Something in the world that is no player: a pickup, a zone, a ball. */
export interface Thing {
  /** Of its own in its world. */
  readonly id: number;
  /** Name in the table of kinds. */
  readonly kind: string;
  /** Centre (tiles). */
  x: number;
  y: number;
  /** Whose it is; empty for nobody's. */
  owner: string;
  /** World tick at which it is gone; 0 for never. */
  until: number;
}

/** What a kind of thing does. Deterministic, like the rest of the rules. */
export interface ThingRule {
  /** Distance (tiles) from its centre within which it touches the centre of a player. */
  readonly reach: number;
  /** The end of each step in which somebody in play on the ground touches it, once for each of them. */
  touched?(world: World, thing: Thing, player: Player, emit: (event: GameEvent) => void): void;
  /** Each step. */
  tick?(world: World, thing: Thing, emit: (event: GameEvent) => void): void;
}
