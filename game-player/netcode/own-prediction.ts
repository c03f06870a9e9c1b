import type { PlayerState } from "#shared/state/player-state.ts";
import type { MatchSource } from "./match-source.ts";
import { Prediction } from "./prediction.ts";
import type { PredictionOptions } from "./prediction-options.ts";

/** The prediction of the own character: it begins when that is there, and anew when a reconnection brought a new one. */
export class OwnPrediction {
  readonly #source: MatchSource;
  readonly #options: Omit<PredictionOptions, "room" | "self">;
  #current: Prediction | undefined;
  #of: PlayerState | undefined;

  constructor(source: MatchSource, options: Omit<PredictionOptions, "room" | "self">) {
    this.#source = source;
    this.#options = options;
  }

  get current(): Prediction | undefined {
    return this.#current;
  }

  /** Looks whose own character is there now. Returns whether another prediction has begun. */
  follow(): boolean {
    const { room, selfId, state } = this.#source;
    if (room === undefined || state === undefined) return false;
    const self = state.players.get(selfId);
    if (self === this.#of) return false;
    this.#current?.dispose();
    this.#of = self;
    this.#current = self === undefined ? undefined : new Prediction({ ...this.#options, room, self });
    return self !== undefined;
  }

  dispose(): void {
    this.#current?.dispose();
  }
}
