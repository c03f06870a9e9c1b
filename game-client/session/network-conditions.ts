import type { LineProfile } from "#transports/simulated/line-model.ts";
import type { english } from "../words/english/english.ts";
import { t } from "../words/t.ts";

/** A bad network that the player wants to feel, each way; with zeros only there is none. */
export interface NetworkConditions {
  /** One way (ms). */
  delayMs: number;
  /** Each message takes up to this much (ms) more or less. */
  jitterMs: number;
  /** Percent of the segments that are lost and have to be sent again. */
  lossPercent: number;
  /** How long nothing gets through (ms), at the end of every so many seconds. */
  stallMs: number;
  stallEveryS: number;
}

/** The smallest, largest and next value of each figure, for sliders and for what comes from outside. */
export const CONDITION_LIMITS = {
  delayMs: { min: 0, max: 500, step: 5 },
  jitterMs: { min: 0, max: 200, step: 5 },
  lossPercent: { min: 0, max: 30, step: 0.5 },
  stallMs: { min: 0, max: 6000, step: 250 },
  stallEveryS: { min: 10, max: 60, step: 5 },
} as const satisfies Record<keyof NetworkConditions, { min: number; max: number; step: number }>;

/** The network as it is. */
export const CLEAR_NETWORK: NetworkConditions = {
  delayMs: 0,
  jitterMs: 0,
  lossPercent: 0,
  stallMs: 0,
  stallEveryS: 15,
};

/** Networks that people know; the catalogue has what they call them. */
export const NETWORK_PRESETS: readonly {
  name: keyof typeof english.network.presets;
  conditions: NetworkConditions;
}[] = [
  { name: "none", conditions: CLEAR_NETWORK },
  {
    name: "wifi",
    conditions: { ...CLEAR_NETWORK, delayMs: 15, jitterMs: 15, lossPercent: 3 },
  },
  {
    name: "train",
    conditions: { delayMs: 60, jitterMs: 40, lossPercent: 5, stallMs: 1500, stallEveryS: 20 },
  },
  {
    name: "world",
    conditions: { ...CLEAR_NETWORK, delayMs: 140, jitterMs: 10, lossPercent: 0.5 },
  },
];

/** The names that the figures have in the address of the page. */
const PARAMETERS: Readonly<Record<string, keyof NetworkConditions>> = {
  delay: "delayMs",
  jitter: "jitterMs",
  loss: "lossPercent",
  stall: "stallMs",
  stallEvery: "stallEveryS",
};

/** Whether anything is simulated at all. */
export function isSimulated(conditions: NetworkConditions): boolean {
  return (
    conditions.delayMs > 0 || conditions.jitterMs > 0 || conditions.lossPercent > 0 || conditions.stallMs > 0
  );
}

/** The same within the limits; a figure that is none is left as it was in `fallback`. */
export function clampConditions(
  conditions: Partial<NetworkConditions>,
  fallback = CLEAR_NETWORK,
): NetworkConditions {
  const figure = (name: keyof NetworkConditions): number => {
    const { min, max } = CONDITION_LIMITS[name];
    const value = conditions[name] ?? Number.NaN;
    return Number.isNaN(value) ? fallback[name] : Math.min(max, Math.max(min, value));
  };
  return {
    delayMs: figure("delayMs"),
    jitterMs: figure("jitterMs"),
    lossPercent: figure("lossPercent"),
    stallMs: figure("stallMs"),
    stallEveryS: figure("stallEveryS"),
  };
}

/** What the address asks for, as in `?delay=75&jitter=15&loss=5&stall=2000&stallEvery=20`; values are clamped. */
export function conditionsOfQuery(query: URLSearchParams): NetworkConditions {
  const asked: Partial<NetworkConditions> = {};
  for (const [parameter, name] of Object.entries(PARAMETERS)) {
    const text = query.get(parameter)?.trim() ?? "";
    if (text !== "") asked[name] = Number(text);
  }
  return clampConditions(asked);
}

/** Takes out of an address what `conditionsOfQuery` reads from it. */
export function removeConditions(query: URLSearchParams): void {
  for (const parameter of Object.keys(PARAMETERS)) query.delete(parameter);
}

/** The profile of each direction, undefined when nothing is simulated. */
export function profileOf(conditions: NetworkConditions): LineProfile | undefined {
  if (!isSimulated(conditions)) return undefined;
  const { delayMs, jitterMs, lossPercent, stallMs, stallEveryS } = conditions;
  const profile = { delayMs, jitterMs, loss: lossPercent / 100 };
  return stallMs === 0 ? profile : { ...profile, stalls: { everyMs: stallEveryS * 1000, lengthMs: stallMs } };
}

/** The figures in few words: "75 ms ±15 each way, 5 % loss, 2 s stall every 20 s". */
export function conditionsInWords(conditions: NetworkConditions): string {
  const { delayMs, jitterMs, lossPercent, stallMs, stallEveryS } = conditions;
  const parts: string[] = [];
  if (jitterMs > 0)
    parts.push(t(($) => $.network.line.delayWithJitter, { delay: delayMs, jitter: jitterMs }));
  else if (delayMs > 0) parts.push(t(($) => $.network.line.delay, { delay: delayMs }));
  if (lossPercent > 0) parts.push(t(($) => $.network.line.loss, { loss: lossPercent }));
  if (stallMs > 0) parts.push(t(($) => $.network.line.stall, { length: stallMs / 1000, every: stallEveryS }));
  return parts.join(", ");
}
