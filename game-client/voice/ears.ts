/** Time constant (s) with which loudness follows: quicker would crackle. */
const FOLLOW_S = 0.05;
/** Samples that a level is taken from: 21 ms at 48 kHz. */
const WINDOW = 1024;

/** A source of sound, with a meter behind its volume. */
class Voice {
  readonly #source: MediaStreamAudioSourceNode;
  readonly #gain: GainNode;
  readonly #meter: AnalyserNode;
  readonly #samples = new Float32Array(WINDOW);
  readonly #element: HTMLAudioElement | undefined;

  constructor(context: AudioContext, stream: MediaStream, isHeard: boolean) {
    this.#source = context.createMediaStreamSource(stream);
    this.#gain = context.createGain();
    this.#meter = context.createAnalyser();
    this.#meter.fftSize = WINDOW;
    this.#source.connect(this.#gain).connect(this.#meter);
    if (!isHeard) return;
    this.#gain.gain.value = 0;
    this.#meter.connect(context.destination);
    // Chromium gives a stream from afar to Web Audio only while an element plays it too.
    this.#element = new Audio();
    this.#element.muted = true;
    this.#element.srcObject = stream;
    this.#element.play().catch((error) => console.info("Voice: somebody is not played:", error));
  }

  /** Root mean square of what passes, 0..1. */
  get level(): number {
    this.#meter.getFloatTimeDomainData(this.#samples);
    let sum = 0;
    for (const sample of this.#samples) sum += sample * sample;
    return Math.sqrt(sum / WINDOW);
  }

  set volume(volume: number) {
    const { gain, context } = this.#gain;
    gain.setTargetAtTime(volume, context.currentTime, FOLLOW_S);
  }

  stop(): void {
    this.#source.disconnect();
    this.#meter.disconnect();
    if (this.#element !== undefined) this.#element.srcObject = null;
  }
}

/** What is heard of others, each with a volume of their own, and how loud the own microphone is. */
export class Ears {
  readonly #context = new AudioContext();
  readonly #voices = new Map<string, Voice>();
  readonly #own: Voice;

  constructor(microphone: MediaStream) {
    this.#own = new Voice(this.#context, microphone, false);
    // Turned on by a click or key, so it may.
    this.#context.resume().catch(() => {});
  }

  /** Level of the own microphone, 0..1. */
  get ownLevel(): number {
    return this.#own.level;
  }

  /** Hears somebody from now on, at no volume yet. */
  add(id: string, stream: MediaStream): void {
    this.remove(id);
    this.#voices.set(id, new Voice(this.#context, stream, true));
  }

  remove(id: string): void {
    this.#voices.get(id)?.stop();
    this.#voices.delete(id);
  }

  /** How loud somebody is to be, 0..1. */
  setVolume(id: string, volume: number): void {
    const voice = this.#voices.get(id);
    if (voice !== undefined) voice.volume = volume;
  }

  /** How loud somebody is, behind their volume, 0..1. */
  levelOf(id: string): number {
    return this.#voices.get(id)?.level ?? 0;
  }

  stop(): void {
    for (const id of this.#voices.keys()) this.remove(id);
    this.#own.stop();
    this.#context.close().catch(() => {});
  }
}
