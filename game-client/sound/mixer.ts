/** Where sounds go in: everything joins in one limiter before the loudspeaker. */
export interface Mixer {
  readonly context: AudioContext;
  readonly effects: GainNode;
  readonly music: GainNode;
  /** Sets the loudness 0..1 of effects and music. */
  setVolumes(effects: number, music: number): void;
}

/** Time constant (s) of changes of loudness: at once to the ear, without a click. */
const SMOOTH = 0.015;
/** Gain of the music at full volume: its loudest bars are then as loud as a light push. */
const MUSIC_LEVEL = 0.9;
/** Gain behind the limiter, so that the loudest brawl stays just below full scale. */
const TRIM = 0.9;
/** Straight up to 0.7, then bending towards 1. Made with the page: when a mixer is wanted, there is a match to draw. */
const SOFT_CLIP = softClip();

export function createMixer(context: AudioContext): Mixer {
  const limiter = new DynamicsCompressorNode(context, {
    threshold: -10,
    knee: 8,
    ratio: 12,
    attack: 0.002,
    release: 0.12,
  });
  const trim = new GainNode(context, { gain: TRIM });
  // The first milliseconds of a blow pass the limiter: this rounds off what would be clipped.
  const rounding = new WaveShaperNode(context, { curve: SOFT_CLIP });
  limiter.connect(trim).connect(rounding).connect(context.destination);
  const effects = new GainNode(context, { gain: 0 });
  const music = new GainNode(context, { gain: 0 });
  effects.connect(limiter);
  music.connect(limiter);
  return {
    context,
    effects,
    music,
    setVolumes(effectsVolume, musicVolume) {
      effects.gain.setTargetAtTime(loudness(effectsVolume), context.currentTime, SMOOTH);
      music.gain.setTargetAtTime(loudness(musicVolume) * MUSIC_LEVEL, context.currentTime, SMOOTH);
    },
  };
}

/** Gain of a position of a volume slider: the square makes its middle sound like the middle. */
export function loudness(volume: number): number {
  return volume * volume;
}

function softClip(): Float32Array<ArrayBuffer> {
  const knee = 0.7;
  const curve = new Float32Array(1025);
  for (let i = 0; i < curve.length; i++) {
    const x = i / 512 - 1;
    const over = Math.max(0, Math.abs(x) - knee);
    const bent = Math.min(Math.abs(x), knee) + (1 - knee) * Math.tanh(over / (1 - knee)) * 0.95;
    curve[i] = Math.sign(x) * bent;
  }
  return curve;
}
