import { Hud } from "#client/session/hud.ts";
import { DEFAULT_SETTINGS } from "#client/session/settings.ts";
import { createStores } from "#client/session/stores/stores.ts";
import type { GameEvent } from "#shared/simulation/types.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { SeatState } from "#shared/state/seat-state.ts";

/** The HUD of Ann in a room with Bob. */
export function openHud() {
  const state = new ArenaState();
  const seat = (id: string, name: string): SeatState => {
    const seated = new SeatState();
    seated.name = name;
    state.seats.set(id, seated);
    return seated;
  };
  const [ann, bob] = [seat("a", "Ann"), seat("b", "Bob")];
  const stores = createStores(DEFAULT_SETTINGS);
  const events: GameEvent[] = [];
  const match = {
    state,
    phase: "playing",
    secondsLeft: 0,
    secondsToPlay: 0,
    events,
    self: undefined,
    prediction: undefined,
  } as const;
  /** Lets a frame tell of one event. */
  const tell = (event: GameEvent): void => {
    events.splice(0, events.length, event);
    hud.frame(0, stores.network.connection.value);
  };
  const hud = new Hud(stores, match, "a");
  hud.patch();
  const names = (): string[] => stores.standings.scores.value.map(({ name }) => name);
  return { state, ann, bob, stores, hud, names, tell };
}
