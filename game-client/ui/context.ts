import type { ReadonlySignal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Arena } from "#shared/arena/arena.ts";
import type { TransportChoice } from "#transports/contract/names.ts";
import type { TouchState } from "../input/touch-state.ts";
import type { Actions } from "../session/actions.ts";
import type { Stores } from "../session/stores/stores.ts";
import type { VoiceControl } from "../session/stores/voice.ts";
import type { Watching } from "../session/watching.ts";
import type { SoundPlayer } from "../sound/cues.ts";

/** An arena to choose from. With its tiles, the create dialogue draws a map of it. */
export type ArenaChoice = Pick<Arena, "id" | "name" | "minPlayers" | "maxPlayers" | "marks"> &
  Partial<Pick<Arena, "width" | "height" | "tiles" | "theme">>;

/** What the ui is built on; handed in once by `mountUi`. */
export interface UiDeps {
  stores: Stores;
  actions: Actions;
  /** Turns the camera of whoever has no character. */
  watching: Pick<Watching, "next" | "follow" | "show" | "drag">;
  /** Follows whoever is shown at a point of the page (CSS pixels), if somebody is. */
  followAt(x: number, y: number): void;
  voice: VoiceControl;
  touch: TouchState;
  sound: SoundPlayer;
  /** Whether less should move than could: by the system or by the settings. */
  lessMotion: ReadonlySignal<boolean>;
  /** What the create dialogue offers. A whole `Arena` is welcome: its map is drawn. */
  arenas: readonly ArenaChoice[];
  /** What this browser can be connected by. */
  transports: readonly TransportChoice[];
}

export const UiContext = createContext<UiDeps | undefined>(undefined);

/** The ui's dependencies, from inside any of its components. */
export function useUi(): UiDeps {
  const deps = useContext(UiContext);
  if (!deps) throw new Error("A component of the ui is used outside of mountUi.");
  return deps;
}

/** The store of one feature: each component takes those that it shows. */
export function useStore<Name extends keyof Stores>(name: Name): Stores[Name] {
  return useUi().stores[name];
}
