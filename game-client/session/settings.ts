import { LOOKS, type Look } from "#shared/look.ts";
import { TRANSPORT_CHOICES, type TransportChoice } from "#transports/contract/names.ts";
import { FIRST_STEPS, type FirstStep } from "./first-steps.ts";
import { MOTIONS, type Motion } from "./motion.ts";

/** What a key or button does. */
export const CONTROLS = [
  "up",
  "down",
  "left",
  "right",
  "push",
  "dash",
  "brace",
  "scores",
  "chat",
  "emotes",
  "mute",
  "talk",
] as const;
export type Control = (typeof CONTROLS)[number];

/** Everything that others say, only their phrases and emotes, or nothing. */
export const CHAT_CHOICES = ["all", "phrases", "off"] as const;
export type ChatChoice = (typeof CHAT_CHOICES)[number];

/** Everything that a player can choose and that the browser keeps. */
export interface Settings {
  name: string;
  look: Look;
  /** Loudness of effects and of music, 0..1. */
  sound: number;
  music: number;
  /** Nothing is heard, whatever the loudness. */
  muted: boolean;
  /** Strength of camera shake, 0..1. */
  shake: number;
  /** How much is drawn besides the game itself: "full" bends the picture, "low" spares a slow machine. */
  effects: "full" | "medium" | "low";
  /** Whether the picture and the page may move as much as they like; "system" does as the system asks. */
  motion: Motion;
  /** "vivid" or a palette that keeps apart for colour-blind eyes. */
  colors: "vivid" | "safe";
  /** Show the names above the characters. */
  names: boolean;
  /** What of the talk of others is shown. */
  chat: ChatChoice;
  /** The microphone is on the line all the time, not only while the key for talking is held. */
  voiceOpen: boolean;
  /** In modes with teams: voice is for the own team only. */
  voiceTeam: boolean;
  /** Voice goes by a relay only, so that nobody learns the address of this browser. */
  voiceRelay: boolean;
  /** How the page is connected to a match, from the next one on. */
  connection: TransportChoice;
  /** Show the net graph over a match. */
  netGraph: boolean;
  /** What a first match has taught, and need not teach again. */
  taught: readonly FirstStep[];
  /** Per control the keys (`KeyboardEvent.code`) and mouse buttons ("Mouse0", "Mouse2") that trigger it. */
  bindings: Record<Control, string[]>;
}

export const DEFAULT_SETTINGS: Settings = {
  name: "",
  look: { color: 0, pattern: 0, hat: 0 },
  sound: 0.7,
  music: 0.4,
  muted: false,
  shake: 1,
  effects: "full",
  motion: "system",
  colors: "vivid",
  names: true,
  chat: "all",
  voiceOpen: false,
  voiceTeam: false,
  voiceRelay: false,
  connection: "auto",
  netGraph: false,
  taught: [],
  bindings: {
    up: ["KeyW", "ArrowUp"],
    down: ["KeyS", "ArrowDown"],
    left: ["KeyA", "ArrowLeft"],
    right: ["KeyD", "ArrowRight"],
    push: ["Mouse0", "Space"],
    dash: ["Mouse2", "ShiftLeft"],
    brace: ["KeyE", "KeyQ"],
    scores: ["Tab"],
    chat: ["Enter", "KeyT"],
    emotes: ["KeyG"],
    mute: ["KeyM"],
    talk: ["KeyV"],
  },
};

/** The part of `localStorage` that is used; handed in so that the tests have their own. */
export interface KeyValueStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const KEY = "pushback.settings";

/**
 * Reads the kept settings; whatever is missing or damaged falls back to its default. A first visit gets a look by lot
 * (`random` gives 0..1, 1 excluded) and keeps it: four friends must not be four of a kind.
 */
export function loadSettings(store: KeyValueStore, random: () => number): Settings {
  let kept: unknown;
  try {
    kept = JSON.parse(store.getItem(KEY) ?? "null");
  } catch {
    // Damaged, or out of reach: as good as nothing.
  }
  if (isRecord(kept)) return repairSettings(kept);
  const settings = { ...repairSettings({}), look: randomLook(random) };
  saveSettings(store, settings);
  return settings;
}

function randomLook(random: () => number): Look {
  const one = (count: number): number => Math.floor(random() * count);
  return { color: one(LOOKS.colors), pattern: one(LOOKS.patterns), hat: one(LOOKS.hats) };
}

/** Keeps the settings; a full or forbidden store only costs the memory of them. */
export function saveSettings(store: KeyValueStore, settings: Settings): void {
  try {
    store.setItem(KEY, JSON.stringify(settings));
  } catch (error) {
    console.info("Settings are not kept:", error);
  }
}

/** Settings out of any value: fields of the right kind are taken, the rest is default. */
export function repairSettings(value: unknown): Settings {
  const kept = isRecord(value) ? value : {};
  const d = DEFAULT_SETTINGS;
  const look = isRecord(kept.look) ? kept.look : {};
  return {
    name: typeof kept.name === "string" ? kept.name.slice(0, 16) : d.name,
    look: {
      color: index(look.color, LOOKS.colors),
      pattern: index(look.pattern, LOOKS.patterns),
      hat: index(look.hat, LOOKS.hats),
    },
    sound: unit(kept.sound, d.sound),
    music: unit(kept.music, d.music),
    muted: truth(kept.muted, d.muted),
    shake: unit(kept.shake, d.shake),
    effects: oneOf(kept.effects, ["full", "medium", "low"] as const, d.effects),
    motion: oneOf(kept.motion, MOTIONS, d.motion),
    colors: oneOf(kept.colors, ["vivid", "safe"] as const, d.colors),
    names: truth(kept.names, d.names),
    chat: oneOf(kept.chat, CHAT_CHOICES, d.chat),
    voiceOpen: truth(kept.voiceOpen, d.voiceOpen),
    voiceTeam: truth(kept.voiceTeam, d.voiceTeam),
    voiceRelay: truth(kept.voiceRelay, d.voiceRelay),
    connection: oneOf(kept.connection, TRANSPORT_CHOICES, d.connection),
    netGraph: truth(kept.netGraph, d.netGraph),
    taught: FIRST_STEPS.filter((step) => Array.isArray(kept.taught) && kept.taught.includes(step)),
    bindings: bindingsOf(isRecord(kept.bindings) ? kept.bindings : {}),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function index(value: unknown, count: number): number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < count ? value : 0;
}

function unit(value: unknown, fallback: number): number {
  return typeof value === "number" && value >= 0 && value <= 1 ? value : fallback;
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[], fallback: T): T {
  return allowed.find((entry) => entry === value) ?? fallback;
}

function truth(value: unknown, fallback: boolean): boolean {
  return typeof value === "boolean" ? value : fallback;
}

/** The keys of each control. A control that was not there when they were chosen takes no key that has something to do. */
function bindingsOf(kept: Record<string, unknown>): Record<Control, string[]> {
  const taken = new Set(CONTROLS.flatMap((control) => keys(kept[control]) ?? []));
  return Object.fromEntries(
    CONTROLS.map((control) => [
      control,
      keys(kept[control]) ?? DEFAULT_SETTINGS.bindings[control].filter((key) => !taken.has(key)),
    ]),
  ) as Record<Control, string[]>;
}

function keys(value: unknown): string[] | undefined {
  const ok = Array.isArray(value) && value.every((key) => typeof key === "string" && key.length < 32);
  return ok ? value.slice(0, 3) : undefined;
}
