import type { SoundBank } from "../bank.ts";
import type { Recipe } from "../recipe.ts";
import { INSTRUMENTS, type Instrument, zoneOf } from "./instruments.ts";
import { Sequencer, type TimedNote } from "./sequencer.ts";
import { compileSong, type Note, type Song } from "./song.ts";

/** How far ahead (s) notes are handed to the audio thread: more than the page ever hangs, one hopes. */
const LOOK_AHEAD = 0.4;
/** How long (s) before a change the beat to change on must be, so that its notes come in time. */
const LEAD = 0.08;
/** Time (s) the old song takes to fade under the new one, and the new one to come up. */
const FADE_OUT = 1.2;
const FADE_IN = 0.25;

interface Track {
  song: Song;
  sequencer: Sequencer;
  /** Where its instruments go: directly, and to the echo. Both fade together. */
  out: GainNode;
  echo: GainNode;
  /** Per instrument and place in the stereo picture, what its notes go through. */
  strips: Map<string, AudioNode>;
  /** When it falls silent (s); undefined while it goes on. */
  endsAt: number | undefined;
}

/** Plays songs; call `work` several times a second. One song gives way to the next on a beat. */
export class Band {
  readonly #context: AudioContext;
  readonly #bank: SoundBank;
  readonly #dry: AudioNode;
  readonly #echo: AudioNode;
  readonly #sounds = new Map<Song, Set<Recipe>>();
  #tracks: Track[] = [];

  constructor(context: AudioContext, bank: SoundBank, output: AudioNode) {
    this.#context = context;
    this.#bank = bank;
    this.#dry = output;
    this.#echo = createEcho(context, output);
  }

  /**
   * Changes to the wanted song if it is another one, lets it become as urgent (0..1) as it is to be, and hands out the notes
   * of the near future.
   */
  work(wanted: Song | undefined, urgency: number): void {
    const now = this.#context.currentTime;
    const current = this.#tracks.find((track) => track.endsAt === undefined);
    if (current?.song !== wanted) this.#change(current, wanted, now);
    for (const track of this.#tracks) {
      track.sequencer.wanted = urgency;
      const until = Math.min(now + LOOK_AHEAD, track.endsAt ?? Number.POSITIVE_INFINITY);
      for (const note of track.sequencer.advance(now, until)) this.#play(note, track);
    }
    const over = this.#tracks.filter((track) => track.endsAt !== undefined && track.endsAt < now);
    for (const { out, echo } of over) for (const end of [out, echo]) end.disconnect();
    this.#tracks = this.#tracks.filter((track) => !over.includes(track));
  }

  #change(current: Track | undefined, wanted: Song | undefined, now: number): void {
    if (wanted && !this.#isReady(wanted)) return;
    const at = current ? current.sequencer.beatFrom(now + LEAD) : now + LEAD;
    if (current) {
      current.endsAt = at + FADE_OUT;
      for (const { gain } of [current.out, current.echo]) {
        gain.setValueAtTime(1, at);
        gain.linearRampToValueAtTime(0, at + FADE_OUT);
      }
    }
    if (!wanted) return;
    this.#tracks.push({
      song: wanted,
      sequencer: new Sequencer(wanted, at),
      out: this.#fadeIn(at, this.#dry),
      echo: this.#fadeIn(at, this.#echo),
      strips: new Map(),
      endsAt: undefined,
    });
  }

  #fadeIn(at: number, output: AudioNode): GainNode {
    const node = new GainNode(this.#context, { gain: 0 });
    node.gain.setValueAtTime(0, at);
    node.gain.linearRampToValueAtTime(1, at + FADE_IN);
    node.connect(output);
    return node;
  }

  #isReady(song: Song): boolean {
    const sounds = this.#sounds.get(song) ?? soundsOf(song);
    this.#sounds.set(song, sounds);
    this.#bank.prepare(sounds);
    return [...sounds].every((recipe) => this.#bank.isReady(recipe));
  }

  #play({ note, at, seconds }: TimedNote, track: Track): void {
    const { release }: Instrument = INSTRUMENTS[note.instrument];
    const { recipe, rate } = zoneOf(note.instrument, note.midi);
    const buffer = this.#bank.get(recipe);
    if (buffer === undefined) return;
    const source = new AudioBufferSourceNode(this.#context, { buffer, playbackRate: rate });
    const gain = new GainNode(this.#context, { gain: note.level });
    source.connect(gain).connect(this.#strip(note, track));
    source.start(at);
    if (release === undefined) return;
    gain.gain.setTargetAtTime(0, at + seconds, release / 3);
    source.stop(at + seconds + release * 2);
  }

  #strip({ instrument, pan }: Note, track: Track): AudioNode {
    const key = `${instrument} ${pan}`;
    const known = track.strips.get(key);
    if (known) return known;
    const strip = new StereoPannerNode(this.#context, { pan });
    strip.connect(track.out);
    const { echo } = INSTRUMENTS[instrument];
    if (echo > 0) strip.connect(new GainNode(this.#context, { gain: echo })).connect(track.echo);
    track.strips.set(key, strip);
    return strip;
  }
}

/** Every sound that a song needs. */
export function soundsOf(song: Song): Set<Recipe> {
  return new Set(compileSong(song).flatMap((notes) => notes.map((n) => zoneOf(n.instrument, n.midi).recipe)));
}

/** Repeats that grow dull and die away: space, for next to no work. */
function createEcho(context: AudioContext, output: AudioNode): AudioNode {
  const delay = new DelayNode(context, { delayTime: 0.369, maxDelayTime: 0.5 });
  const dull = new BiquadFilterNode(context, { type: "lowpass", frequency: 2400 });
  const again = new GainNode(context, { gain: 0.38 });
  delay.connect(dull).connect(again).connect(delay);
  dull.connect(output);
  return delay;
}
