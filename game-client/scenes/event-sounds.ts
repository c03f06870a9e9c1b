import type { MatchView } from "#player/netcode/match-view.ts";
import type { PickupName } from "#shared/simulation/pickups/table.ts";
import type { GameEvent } from "#shared/simulation/types.ts";
import type { Cue, SoundPlayer } from "../sound/cues.ts";
import { eyeOf } from "./eye.ts";
import { modeSound } from "./mode-sounds.ts";

/** Speed (tiles/s) above which a hit sounds heavy, charge above which a push sounds full. */
const HEAVY = 14;
const FULL = 0.6;
/** Loudness of what others do, compared with what concerns oneself. */
const OTHERS = 0.55;
/** A sound at this distance from the middle of the picture (in halves of its width) is silent. */
const SILENT = 2.2;
/** Bumps slower than this (tiles/s) are not heard, and this fast they are at their loudest. */
const BUMP = { least: 3, most: 14 } as const;

/** What it sounds like to pick something up. */
const TAKEN: Readonly<Record<PickupName, Cue>> = {
  feather: "takeFeather",
  anvil: "takeAnvil",
  mega: "takeMega",
  hook: "takeHook",
  banana: "takeBanana",
  bubble: "takeBubble",
};

/** What the camera sees, in tiles. */
export interface Hearing {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
}

/** What an event sounds like. */
export interface Sounding {
  readonly cue: Cue;
  /** Whether the own character is part of it. */
  readonly own: boolean;
  readonly rate?: number;
  readonly volume?: number;
}

/** Plays what the events of a frame sound like, placed where they happen on screen; what concerns the eye is heard as one's own. */
export function playEvents(view: MatchView, hearing: Hearing, sound: SoundPlayer): void {
  const own = eyeOf(view)?.id;
  for (const event of view.events) {
    const sounding = soundOf(event, own);
    if (sounding) playAt("x" in event ? event : hearing, hearing, sound, sounding);
  }
}

/** Plays something that sounds at a place (tiles); what is one's own is as loud everywhere. */
export function playAt(
  place: { readonly x: number; readonly y: number },
  hearing: Hearing,
  sound: SoundPlayer,
  { cue, own, volume: loudness = 1, rate = 1 }: Sounding,
): void {
  const across = (place.x - hearing.x) / hearing.halfWidth;
  const away = Math.hypot(across, (place.y - hearing.y) / hearing.halfWidth);
  const volume = own ? 1 : OTHERS * Math.max(0, 1 - away / SILENT);
  if (volume <= 0) return;
  const pan = own ? 0 : Math.max(-1, Math.min(1, across)) * 0.8;
  sound.play(cue, { volume: volume * loudness, pan, rate });
}

/** The cue of an event; undefined for what has no sound of its own. */
export function soundOf(event: GameEvent, own: string | undefined): Sounding | undefined {
  switch (event.type) {
    case "push":
      return { cue: event.charge > FULL ? "pushFull" : "pushTap", own: event.id === own };
    case "hit": {
      const speed = Math.hypot(event.vx, event.vy);
      const rate = 1.15 - Math.min(0.35, event.wobble / 600);
      return { cue: speed > HEAVY ? "hitHeavy" : "hit", own: event.id === own || event.by === own, rate };
    }
    case "braced":
    case "parry":
      return { cue: event.type, own: event.id === own || event.by === own };
    case "dodge":
      return { cue: "dash", own: event.id === own || event.by === own, rate: 1.3, volume: 0.6 };
    case "fall":
      if (event.id === own) return { cue: "ownFall", own: true };
      if (event.by !== "" && event.by === own) return { cue: "knockout", own: true };
      return { cue: "fall", own: false };
    case "bump": {
      const volume = Math.min(1, (event.speed - BUMP.least) / (BUMP.most - BUMP.least));
      return volume > 0 ? { cue: "bump", own: event.id === own, volume } : undefined;
    }
    case "crumble":
      if (event.phase === 0) return undefined;
      return { cue: event.phase === 1 ? "crumble" : "crumbleGone", own: false };
    case "goal":
      // Everybody is to hear it, wherever they are.
      return { cue: "goal", own: true };
    case "crown":
    case "zone":
    case "round":
    case "sink":
    case "out":
    case "points":
      return modeSound(event, own);
    case "phase":
      return undefined;
    case "pickup":
      return { cue: TAKEN[event.kind], own: event.id === own };
    case "hook":
    case "slip":
      return { cue: event.type, own: event.id === own || event.by === own };
    default:
      return { cue: event.type, own: event.id === own };
  }
}
