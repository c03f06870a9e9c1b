import { effect } from "@preact/signals";
import type { Guest } from "../../session/stores/lobby.ts";
import type { Stores } from "../../session/stores/stores.ts";
import type { SoundPlayer } from "../../sound/cues.ts";

/** Sounds who comes and who is ready in a lobby, and its end. Returns how to stop it. */
export function playLobbyCues(stores: Stores, sound: SoundPlayer): () => void {
  let phase = stores.hud.phase.peek();
  let guests = stores.lobby.guests.peek();
  return effect(() => {
    const before = { phase, guests };
    phase = stores.hud.phase.value;
    guests = stores.lobby.guests.value;
    const watching = stores.page.screen.value.name === "match";
    if (!watching || before.phase !== "lobby") return;
    if (phase === "countdown") sound.play("start");
    if (phase !== "lobby") return;
    const known = new Map(before.guests.map((guest) => [guest.id, guest]));
    // Whoever comes into a room finds everybody there.
    if (!guests.some(({ id, self }) => self && known.has(id))) return;
    if (guests.some((guest) => isNew(guest, known))) sound.play("join");
    else if (guests.some(({ id, ready }) => ready && known.get(id)?.ready === false)) sound.play("ready");
  });
}

function isNew({ id, bot }: Guest, known: ReadonlyMap<string, Guest>): boolean {
  return !bot && !known.has(id);
}
