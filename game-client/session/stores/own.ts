import { type Signal, signal } from "@preact/signals-core";
import type { PickupName } from "#shared/simulation/pickups/table.ts";
import type { OwnFall } from "../fall-words.ts";

/** The own character in numbers. All shares are 0..1. */
export interface OwnStatus {
  wobble: number;
  charge: number;
  pushReady: number;
  dashReady: number;
  stamina: number;
  /** Seconds until the respawn, 0 when in play. */
  respawnIn: number;
  protected: boolean;
  /** What was picked up and is still there, or that one slips. */
  effect: PickupName | "slip" | undefined;
  /** Seconds left of it, in tenths; 0 for what lasts until it is used. */
  effectLeft: number;
}

/** How the own character is. */
export interface OwnStore {
  readonly status: Signal<OwnStatus>;
  /** How the own character fell; undefined until the server has told, and from the return on. */
  readonly fallenBy: Signal<OwnFall | undefined>;
  /** A bot plays for this player, because they do nothing. */
  readonly away: Signal<boolean>;
  /** Whole seconds until it will, once that is near; else 0. */
  readonly awayIn: Signal<number>;
}

/** A rested character. */
export function createOwnStore(): OwnStore {
  return {
    status: signal<OwnStatus>({
      wobble: 0,
      charge: 0,
      pushReady: 1,
      dashReady: 1,
      stamina: 1,
      respawnIn: 0,
      protected: false,
      effect: undefined,
      effectLeft: 0,
    }),
    fallenBy: signal<OwnFall | undefined>(undefined),
    away: signal(false),
    awayIn: signal(0),
  };
}
