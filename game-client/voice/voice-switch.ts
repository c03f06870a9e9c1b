import type { VoiceControl, VoiceTrouble } from "../session/stores/voice.ts";
import type { Voice, VoiceDeps, VoicePeer } from "./voice.ts";

/** How often voice looks around (ms). */
const LOOK_MS = 100;

/** What turning voice on needs besides. */
export interface VoiceSwitchDeps extends VoiceDeps {
  /** The microphone or the code could not be had: it is said, and no fault of the page. */
  fetch(): Promise<{
    readonly voice: typeof import("./voice.ts");
    readonly microphone: typeof import("./microphone.ts");
  }>;
}

/** How voice is, for whoever looks at the page from outside. */
export interface VoiceFigures {
  readonly on: boolean;
  /** The microphone is on the line. */
  readonly speaks: boolean;
  /** Those whom the page is connected with, or is trying to be. */
  readonly peers: readonly VoicePeer[];
}

/** Turns voice on and off. Its code is fetched when it is turned on for the first time. */
export class VoiceSwitch implements VoiceControl {
  readonly #deps: VoiceSwitchDeps;
  #voice: Voice | undefined;
  /** Grows with each click, so that the answer to something given up is recognised. */
  #attempt = 0;
  #stopLooking: () => void = () => {};

  constructor(deps: VoiceSwitchDeps) {
    this.#deps = deps;
  }

  get figures(): VoiceFigures {
    const { state, speaks } = this.#deps.stores.voice;
    return { on: state.peek() === "on", speaks: speaks.peek(), peers: this.#voice?.peers ?? [] };
  }

  turnOn(): void {
    const { state, trouble } = this.#deps.stores.voice;
    if (state.peek() !== "off") return;
    state.value = "starting";
    trouble.value = undefined;
    this.#start(++this.#attempt).catch(() => {});
  }

  turnOff(): void {
    this.#attempt += 1;
    this.#stopLooking();
    this.#voice?.stop();
    this.#voice = undefined;
    const { state, speaks, level, heard, others, connected } = this.#deps.stores.voice;
    state.value = "off";
    speaks.value = false;
    level.value = 0;
    heard.value = new Set();
    others.value = 0;
    connected.value = 0;
  }

  talk(held: boolean): void {
    this.#voice?.talk(held);
  }

  async #start(attempt: number): Promise<void> {
    let stream: MediaStream | undefined;
    let why: VoiceTrouble = "failed";
    try {
      const { voice, microphone } = await this.#deps.fetch();
      const trouble = microphone.troubleOfBrowser();
      if (trouble !== undefined) {
        this.#fail(attempt, trouble);
        return;
      }
      try {
        stream = await microphone.openMicrophone();
      } catch (error) {
        why = microphone.troubleOf(error);
        throw error;
      }
      // Turned off, or left, while the browser was asking.
      if (attempt !== this.#attempt || this.#deps.room() === undefined) {
        for (const track of stream.getTracks()) track.stop();
        if (attempt === this.#attempt) this.turnOff();
        return;
      }
      this.#deps.stores.voice.state.value = "on";
      this.#voice = voice.createVoice(this.#deps, stream, () => this.turnOff());
      this.#lookAgain();
    } catch (error) {
      for (const track of stream?.getTracks() ?? []) track.stop();
      console.info("Voice is not to be had:", error);
      this.#fail(attempt, why);
    }
  }

  #fail(attempt: number, why: VoiceTrouble): void {
    if (attempt !== this.#attempt) return;
    this.turnOff();
    this.#deps.stores.voice.trouble.value = why;
  }

  #lookAgain(): void {
    this.#stopLooking = this.#deps.after(LOOK_MS, () => {
      this.#lookAgain();
      this.#voice?.look();
    });
  }
}
