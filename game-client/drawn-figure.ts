import type { Match } from "#player/netcode/match.ts";

/** A player as drawn in the newest frame; tiles, radians, percent. */
export interface DrawnFigure {
  id: string;
  name: string;
  bot: boolean;
  x: number;
  y: number;
  aim: number;
  wobble: number;
  /** An `Action`. */
  action: number;
  fall: number;
}

/** Everybody as a match draws them. */
export function drawn(match: Match | undefined): DrawnFigure[] {
  return [...(match?.players.values() ?? [])].map((player) => ({
    id: player.id,
    name: player.name,
    bot: player.bot,
    x: player.x,
    y: player.y,
    aim: player.aim,
    wobble: player.wobble,
    action: player.action,
    fall: player.fall,
  }));
}
