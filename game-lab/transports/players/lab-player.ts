import type { Recorder } from "./recorder.ts";

/** One client of the experiment, whatever it is connected by. */
export interface LabPlayer {
  readonly recorder: Recorder;
  /** Room that it is in. */
  readonly room: string;
  /** Time (ms) from its first word over the transport to the first state. */
  readonly connectMs: number;
  /** Lets time pass until `nowMs` (`performance.now()`): to be called every 10 ms. */
  pass(nowMs: number): void;
  leave(): Promise<void>;
}
