import type { Match } from "#player/netcode/match.ts";
import type { HudStore } from "./stores/hud.ts";

/** Tells what room a match is in, at `origin`; its mode may be another one from match to match. */
export function tellRoom({ room }: HudStore, { arena, state }: Match, code: string, origin: string): void {
  const { name, named, mode, maxPlayers } = state;
  const { arenaName, mode: modeBefore, name: nameBefore } = room.value ?? {};
  if (arenaName === arena.name && modeBefore === mode && nameBefore === name) return;
  room.value = {
    code,
    name,
    named,
    link: `${origin}/r/${code}`,
    arenaName: arena.name,
    mode,
    private: state.private,
    maxPlayers,
  };
}
