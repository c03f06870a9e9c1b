import type { VoiceTrouble } from "../session/stores/voice.ts";
import { openMicrophone, troubleOf, troubleOfBrowser } from "./microphone.ts";
import { Voice, type VoiceDeps } from "./voice.ts";

/** How often voice looks around (ms). */
const LOOK_MS = 100;

/** Voice that runs, or why it does not. */
export type Started = { readonly voice: RunningVoice } | { readonly trouble: VoiceTrouble };

/** Voice that is on and looks around by itself, until it is stopped. */
export class RunningVoice {
  readonly voice: Voice;
  readonly #after: VoiceDeps["after"];
  #stopLooking: () => void = () => {};

  constructor(deps: VoiceDeps, microphone: MediaStream, ended: (why?: VoiceTrouble) => void) {
    this.#after = deps.after;
    this.voice = new Voice(deps, microphone, ended);
    this.#lookAgain();
  }

  stop(): void {
    this.#stopLooking();
    this.voice.stop();
  }

  #lookAgain(): void {
    this.#stopLooking = this.#after(LOOK_MS, () => {
      this.#lookAgain();
      this.voice.look();
    });
  }
}

/** Asks for the microphone and begins, if that is still wanted by then; `ended` is called when something else ends it, and why. */
export async function startVoice(
  deps: VoiceDeps,
  isWanted: () => boolean,
  ended: (why?: VoiceTrouble) => void,
): Promise<Started> {
  const trouble = troubleOfBrowser();
  if (trouble !== undefined) return { trouble };
  let microphone: MediaStream | undefined;
  try {
    microphone = await openMicrophone();
    if (isWanted()) return { voice: new RunningVoice(deps, microphone, ended) };
  } catch (error) {
    console.info("Voice is not to be had:", error);
    letGo(microphone);
    return { trouble: troubleOf(error) };
  }
  letGo(microphone);
  return { trouble: "failed" };
}

function letGo(microphone: MediaStream | undefined): void {
  for (const track of microphone?.getTracks() ?? []) track.stop();
}
