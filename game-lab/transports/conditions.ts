/** What a link does to what passes, in each direction. */
export interface LinkSettings {
  /** One way (ms). */
  readonly delayMs: number;
  /** Mean (ms) of what a packet takes longer than that, at random (exponential); a connection keeps its order. */
  readonly jitterMs: number;
  /** Share 0..1 of the packets that is lost. */
  readonly loss: number;
}

/** A state of the network that is part of the experiment. */
export interface Condition extends LinkSettings {
  readonly id: string;
  /** For headings. */
  readonly title: string;
}

/** Delay (ms) of the conditions that are about something else: a round trip of 50 ms, as at home. */
const HOME_MS = 25;

function condition(id: string, title: string, settings: Partial<LinkSettings>): Condition {
  return { id, title, delayMs: 0, jitterMs: 0, loss: 0, ...settings };
}

/** All of them, from easy to hard. */
export const CONDITIONS: readonly Condition[] = [
  condition("clear", "no delay", {}),
  condition("25ms", "25 ms one way", { delayMs: HOME_MS }),
  condition("50ms", "50 ms one way", { delayMs: 50 }),
  condition("100ms", "100 ms one way", { delayMs: 100 }),
  condition("jitter", "25 ms and jitter of 20 ms", { delayMs: HOME_MS, jitterMs: 20 }),
  condition("loss-1", "25 ms and 1 % loss", { delayMs: HOME_MS, loss: 0.01 }),
  condition("loss-3", "25 ms and 3 % loss", { delayMs: HOME_MS, loss: 0.03 }),
  condition("loss-5", "25 ms and 5 % loss", { delayMs: HOME_MS, loss: 0.05 }),
  condition("loss-15", "25 ms and 15 % loss", { delayMs: HOME_MS, loss: 0.15 }),
];

/** The reduced matrix. */
export const QUICK_CONDITIONS: readonly string[] = ["clear", "50ms", "loss-5"];
