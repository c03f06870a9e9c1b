import { type Signal, signal } from "@preact/signals-core";
import type { TransportChoice } from "#transports/contract/names.ts";
import type { Settings } from "../settings.ts";

/** What the player has chosen for themselves. */
export interface PreferencesStore {
  readonly settings: Signal<Settings>;
  /** The transport that the address of the page asks for, before that of the settings. */
  readonly askedConnection: Signal<TransportChoice | undefined>;
}

/** Settings as they are kept, and an address that asks for nothing. */
export function createPreferencesStore(settings: Settings): PreferencesStore {
  return {
    settings: signal(settings),
    askedConnection: signal<TransportChoice | undefined>(undefined),
  };
}
