/** Time (ms) over which late states are counted. */
const LATE_WINDOW_MS = 10_000;

/** How a line has been of late. */
export interface LineRecord {
  /** Share 0..1 of the states that came late, or said that an input of this player had come too late. */
  readonly share: number;
  /** How often it began to be late: what one loss holds up counts once. */
  readonly episodes: number;
  /** States that were counted. */
  readonly states: number;
}

/** The states of the last ten seconds and which of them were late. Times are in ms and must not go backwards. */
export class LateStates {
  readonly #times: number[] = [];
  readonly #kinds: ("onTime" | "begins" | "late")[] = [];
  #wasLate = false;

  note(nowMs: number, isLate: boolean): void {
    this.#times.push(nowMs);
    this.#kinds.push(!isLate ? "onTime" : this.#wasLate ? "late" : "begins");
    this.#wasLate = isLate;
    while ((this.#times[0] ?? nowMs) < nowMs - LATE_WINDOW_MS) {
      this.#times.shift();
      this.#kinds.shift();
    }
  }

  /** Forgets all: the line is another one. */
  clear(): void {
    this.#times.length = 0;
    this.#kinds.length = 0;
    this.#wasLate = false;
  }

  get record(): LineRecord {
    const states = this.#kinds.length;
    const late = this.#kinds.filter((kind) => kind !== "onTime").length;
    const episodes = this.#kinds.filter((kind) => kind === "begins").length;
    return { share: states === 0 ? 0 : late / states, episodes, states };
  }
}
