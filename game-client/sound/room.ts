/** Delays (s) of the parallel echoes and of the ones that smear them: Schroeder's, for a small bright room. */
const COMBS = [0.0253, 0.0269, 0.0291, 0.0307] as const;
const ALLPASSES = [0.0051, 0.0017] as const;
const ALLPASS_GAIN = 0.6;
/** How much of each echo's brightness is lost: walls swallow the highs first. */
const DAMPING = 0.35;

/**
 * The echoes of a small room, after M. R. Schroeder, "Natural sounding artificial reverberation" (1962).
 * They have died away by 60 dB after `seconds`. Same length as the input.
 */
export function roomEchoes(dry: Float32Array, sampleRate: number, seconds: number): Float32Array {
  const wet = new Float32Array(dry.length);
  for (const delay of COMBS) {
    addComb(dry, wet, Math.round(delay * sampleRate), 10 ** ((-3 * delay) / seconds));
  }
  for (const delay of ALLPASSES) smear(wet, Math.round(delay * sampleRate));
  return wet;
}

function addComb(dry: Float32Array, wet: Float32Array, delay: number, feedback: number): void {
  const line = new Float32Array(delay);
  let dull = 0;
  for (let i = 0; i < dry.length; i++) {
    const at = i % delay;
    const echo = line[at] ?? 0;
    dull += (echo - dull) * (1 - DAMPING);
    line[at] = (dry[i] ?? 0) + dull * feedback;
    wet[i] = (wet[i] ?? 0) + echo / COMBS.length;
  }
}

function smear(samples: Float32Array, delay: number): void {
  const line = new Float32Array(delay);
  for (let i = 0; i < samples.length; i++) {
    const at = i % delay;
    const delayed = line[at] ?? 0;
    const fed = (samples[i] ?? 0) + delayed * ALLPASS_GAIN;
    line[at] = fed;
    samples[i] = delayed - fed * ALLPASS_GAIN;
  }
}
