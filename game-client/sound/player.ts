import { effect, type ReadonlySignal } from "@preact/signals-core";
import { nextFrame } from "../next-frame.ts";
import type { Settings } from "../session/settings.ts";
import { SoundBank } from "./bank.ts";
import { CUE_RECIPES } from "./cue-recipes.ts";
import { CUES, type Cue, type CueOptions, type SoundPlayer } from "./cues.ts";
import { createMixer, type Mixer } from "./mixer.ts";
import { Band, soundsOf } from "./music/band.ts";
import { MATCH_SONG } from "./music/match-song.ts";
import { MENU_SONG } from "./music/menu-song.ts";
import { startRenderThread } from "./render-thread.ts";
import { Voices } from "./voices.ts";
import { volumesOf } from "./volumes.ts";

/** Gestures after which browsers let a page make sound. */
const GESTURES = ["pointerdown", "pointerup", "keydown", "touchend"] as const;
/** How often (ms) the music looks ahead. */
const MUSIC_EVERY_MS = 100;
/** How long (s) a sound that has to make room takes to fade. */
const CUT = 0.015;
const SONGS = { menu: MENU_SONG, match: MATCH_SONG, none: undefined } as const;

/**
 * The loudspeaker of the page; silent for good where there is no Web Audio. `random` (0..1) varies the
 * pitch of what sounds often.
 */
export function createSoundPlayer(
  settings: ReadonlySignal<Settings>,
  random: () => number = Math.random,
): SoundPlayer {
  if (typeof AudioContext === "undefined") return { play() {}, music() {} };
  return new WebAudioPlayer(settings, random);
}

class WebAudioPlayer implements SoundPlayer {
  readonly #settings: ReadonlySignal<Settings>;
  readonly #random: () => number;
  readonly #bank = new SoundBank(startRenderThread());
  readonly #voices = new Voices<Cue>();
  #mixer: Mixer | undefined;
  /** Whether the loudspeaker is being opened or was; when that fails, it is not tried again. */
  #opened = false;
  #track: keyof typeof SONGS = "none";
  #urgency = 0;

  constructor(settings: ReadonlySignal<Settings>, random: () => number) {
    this.#settings = settings;
    this.#random = random;
    this.#bank.prepare(CUES.map((cue) => CUE_RECIPES[cue]));
    // Before it is allowed to sound: later there is a match to draw.
    for (const song of [MENU_SONG, MATCH_SONG]) setTimeout(() => this.#bank.prepare(soundsOf(song)));
    const onGesture = (): void => {
      if (isAllowed()) this.#start();
    };
    for (const type of GESTURES) addEventListener(type, onGesture, { capture: true, passive: true });
    document.addEventListener("visibilitychange", () => this.#followVisibility());
  }

  play(cue: Cue, options: CueOptions = {}): void {
    const mixer = this.#mixer;
    if (mixer?.context.state !== "running" || volumesOf(this.#settings.peek()).sound === 0) return;
    const recipe = CUE_RECIPES[cue];
    const buffer = this.#bank.get(recipe);
    if (buffer === undefined) {
      // In the first second of a page: better silent for once than late.
      this.#bank.hurry(recipe);
      return;
    }
    const now = mixer.context.currentTime;
    if (!this.#voices.admit(cue, recipe.voices, now)) return;
    const bent = 2 ** (((2 * this.#random() - 1) * recipe.variation) / 12);
    const source = new AudioBufferSourceNode(mixer.context, {
      buffer,
      playbackRate: clamp(options.rate ?? 1, 0.5, 2) * bent,
    });
    const gain = new GainNode(mixer.context, { gain: clamp(options.volume ?? 1, 0, 1) });
    const pan = new StereoPannerNode(mixer.context, { pan: clamp(options.pan ?? 0, -1, 1) });
    source.connect(gain).connect(pan).connect(mixer.effects);
    source.start();
    const seconds = buffer.duration / source.playbackRate.value;
    this.#voices.add(cue, now, seconds, () => {
      gain.gain.setTargetAtTime(0, mixer.context.currentTime, CUT / 3);
      source.stop(mixer.context.currentTime + CUT);
    });
  }

  music(track: keyof typeof SONGS, urgency = 0): void {
    this.#track = track;
    this.#urgency = clamp(urgency, 0, 1);
  }

  /** Begins to sound, or goes on where the system had taken the sound away. */
  #start(): void {
    const context = this.#mixer?.context;
    if (context && context.state !== "running" && !document.hidden) resume(context);
    if (this.#opened) return;
    this.#opened = true;
    this.#open().catch((error: unknown) =>
      console.warn("The game is silent, for the browser does not open the loudspeaker:", error),
    );
  }

  /** The gesture that allows it is often the one that starts a match: each part has a frame of its own. */
  async #open(): Promise<void> {
    await nextFrame();
    const context = new AudioContext({ latencyHint: "interactive" });
    await nextFrame();
    const mixer = createMixer(context);
    effect(() => {
      const { sound, music } = volumesOf(this.#settings.value);
      mixer.setVolumes(sound, music);
    });
    this.#mixer = mixer;
    this.#followVisibility();
    await nextFrame();
    const band = new Band(context, this.#bank, mixer.music);
    setInterval(() => {
      if (context.state !== "running") return;
      band.work(volumesOf(this.#settings.peek()).music === 0 ? undefined : SONGS[this.#track], this.#urgency);
    }, MUSIC_EVERY_MS);
  }

  /** A page that nobody looks at makes no sound and costs nothing. */
  #followVisibility(): void {
    const context = this.#mixer?.context;
    if (!context) return;
    if (document.hidden) void context.suspend();
    else resume(context);
  }
}

/** A refusal is no error: the next gesture asks again. */
function resume(context: AudioContext): void {
  context.resume().catch(() => undefined);
}

/** Whether the browser takes what just happened for a gesture; asking too early makes it complain. */
function isAllowed(): boolean {
  return !("userActivation" in navigator) || navigator.userActivation.hasBeenActive;
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
