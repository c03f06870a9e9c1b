import { type Signal, signal } from "@preact/signals-core";

/** Why there is no voice. */
export type VoiceTrouble = "insecure" | "unsupported" | "noMicrophone" | "denied" | "busy" | "failed";

/** How voice is: off until the player turns it on, in each room. */
export interface VoiceStore {
  readonly state: Signal<"off" | "starting" | "on">;
  readonly trouble: Signal<VoiceTrouble | undefined>;
  /** The microphone is on the line. */
  readonly speaks: Signal<boolean>;
  /** The host has muted the player. */
  readonly isMuted: Signal<boolean>;
  /** How loud the microphone is, 0..1. */
  readonly level: Signal<number>;
  /** Session ids of those who are heard at this moment. */
  readonly heard: Signal<ReadonlySet<string>>;
  /** How many others have voice on, and with how many of them the page is connected. */
  readonly others: Signal<number>;
  readonly connected: Signal<number>;
}

/** What the player can do about voice. Nothing throws: what goes wrong is in the store. */
export interface VoiceControl {
  /** Asks for the microphone, and connects with others in the room. */
  turnOn(): void;
  turnOff(): void;
  /** The key or button for talking goes down or up. */
  talk(held: boolean): void;
}

/** Voice that is off. */
export function createVoiceStore(): VoiceStore {
  return {
    state: signal<"off" | "starting" | "on">("off"),
    trouble: signal<VoiceTrouble | undefined>(undefined),
    speaks: signal(false),
    isMuted: signal(false),
    level: signal(0),
    heard: signal<ReadonlySet<string>>(new Set()),
    others: signal(0),
    connected: signal(0),
  };
}
