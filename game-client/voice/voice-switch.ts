import type { VoiceControl, VoiceTrouble } from "../session/stores/voice.ts";
import type { RunningVoice } from "./running-voice.ts";
import type { VoiceDeps, VoicePeer } from "./voice.ts";

/** What turning voice on needs besides. */
export interface VoiceSwitchDeps extends VoiceDeps {
  /** Fetches what voice needs. */
  fetch(): Promise<typeof import("./running-voice.ts")>;
}

/** How voice is, for whoever looks at the page from outside. */
export interface VoiceFigures {
  readonly on: boolean;
  /** The microphone is on the line. */
  readonly speaks: boolean;
  /** Those whom the page is connected with, or is trying to be. */
  readonly peers: readonly VoicePeer[];
}

/** Turns voice on and off. All other code of voice is fetched when it is turned on for the first time. */
export class VoiceSwitch implements VoiceControl {
  readonly #deps: VoiceSwitchDeps;
  #running: RunningVoice | undefined;
  /** Grows with each click, so that the answer to something given up is recognised. */
  #attempt = 0;

  constructor(deps: VoiceSwitchDeps) {
    this.#deps = deps;
  }

  get figures(): VoiceFigures {
    const { state, speaks } = this.#deps.stores.voice;
    return { on: state.peek() === "on", speaks: speaks.peek(), peers: this.#running?.voice.peers ?? [] };
  }

  turnOn(): void {
    const { state, trouble } = this.#deps.stores.voice;
    if (state.peek() !== "off") return;
    state.value = "starting";
    trouble.value = undefined;
    this.#start(++this.#attempt).catch(() => this.#off("failed"));
  }

  turnOff(): void {
    this.#off(undefined);
  }

  talk(held: boolean): void {
    this.#running?.voice.talk(held);
  }

  async #start(attempt: number): Promise<void> {
    const { startVoice } = await this.#deps.fetch();
    const isWanted = (): boolean => attempt === this.#attempt && this.#deps.room() !== undefined;
    const started = await startVoice(this.#deps, isWanted, (why) => this.#off(why));
    if (attempt !== this.#attempt) {
      if ("voice" in started) started.voice.stop();
    } else if ("trouble" in started) this.#off(started.trouble);
    else {
      this.#running = started.voice;
      this.#deps.stores.voice.state.value = "on";
    }
  }

  #off(why: VoiceTrouble | undefined): void {
    this.#attempt += 1;
    this.#running?.stop();
    this.#running = undefined;
    const { state, trouble, speaks, heard } = this.#deps.stores.voice;
    state.value = "off";
    trouble.value = why;
    speaks.value = false;
    heard.value = new Set();
  }
}
