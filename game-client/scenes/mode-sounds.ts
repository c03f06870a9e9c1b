import type { GameEvent } from "#shared/simulation/types.ts";
import type { Sounding } from "./event-sounds.ts";

/** Loudness of what everybody hears and only somebody else has done. */
const OTHERS = 0.6;

type ModeEvent = Extract<GameEvent, { type: "crown" | "zone" | "round" | "sink" | "out" | "points" }>;

/** The cue of an event of the modes, which concerns everybody wherever it happens; undefined for what has none. */
export function modeSound(event: ModeEvent, own: string | undefined): Sounding | undefined {
  switch (event.type) {
    case "crown": {
      const mine = event.id === own || event.by === own;
      return { cue: event.id === "" ? "crownLost" : "crown", own: true, volume: mine ? 1 : OTHERS };
    }
    case "zone":
      return { cue: "zone", own: true, volume: event.phase === "now" ? 1 : OTHERS };
    case "round":
      return { cue: event.phase === "begins" ? "round" : "roundOver", own: true };
    case "sink":
      return { cue: event.phase === 1 ? "sinkSoon" : "sink", own: true };
    case "out":
      return event.id === own ? { cue: "out", own: true } : undefined;
    case "points":
      return undefined;
  }
}
