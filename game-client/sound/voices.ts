/** Two soundings of a cue closer together than this (s) are heard as one louder one, so one is enough. */
const SHORTEST_GAP = 0.03;
/** Sounds of all cues at once. More are not told apart, and only make the limiter pump. */
const TOTAL = 24;

interface Voice<C> {
  cue: C;
  startedAt: number;
  endsAt: number;
  stop: () => void;
}

/** Decides what may sound at once: many players must not add up to noise. Times in seconds, any clock. */
export class Voices<C> {
  #voices: Voice<C>[] = [];

  /** Whether a sounding of the cue may begin now; makes room for it by ending the oldest of too many. */
  admit(cue: C, limit: number, now: number): boolean {
    this.#voices = this.#voices.filter((voice) => voice.endsAt > now);
    const same = this.#voices.filter((voice) => voice.cue === cue);
    if (same.some((voice) => now - voice.startedAt < SHORTEST_GAP)) return false;
    if (same.length >= limit) this.#end(same[0]);
    else if (this.#voices.length >= TOTAL) this.#end(this.#voices[0]);
    return true;
  }

  /** A sounding has begun. `stop` ends it early. */
  add(cue: C, startedAt: number, seconds: number, stop: () => void): void {
    this.#voices.push({ cue, startedAt, endsAt: startedAt + seconds, stop });
  }

  #end(voice: Voice<C> | undefined): void {
    if (!voice) return;
    voice.stop();
    this.#voices = this.#voices.filter((other) => other !== voice);
  }
}
