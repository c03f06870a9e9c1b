import { type Signal, signal } from "@preact/signals-core";
import type { MatchPhase } from "#shared/simulation/types.ts";

/** The room that one is in. */
export interface RoomInfo {
  code: string;
  name: string;
  /** Whether somebody chose that name; else it goes by its host. */
  named: boolean;
  link: string;
  arenaName: string;
  mode: string;
  private: boolean;
  maxPlayers: number;
}

/** The room and the clock of its match. */
export interface HudStore {
  readonly room: Signal<RoomInfo | undefined>;
  readonly phase: Signal<MatchPhase>;
  /** Whole seconds until the phase ends. */
  readonly secondsLeft: Signal<number>;
  /** Whole seconds until play goes on: 0 while it does, infinitely many while it is paused. */
  readonly secondsToPlay: Signal<number>;
  /** Whole seconds until the room closes because nobody plays; 0 while somebody does. */
  readonly closesIn: Signal<number>;
}

/** The HUD of no match. */
export function createHudStore(): HudStore {
  return {
    room: signal<RoomInfo | undefined>(undefined),
    phase: signal<MatchPhase>("countdown"),
    secondsLeft: signal(0),
    secondsToPlay: signal(0),
    closesIn: signal(0),
  };
}
