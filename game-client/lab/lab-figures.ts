import type { TransportName } from "#transports/contract/names.ts";
import type { LabLine } from "./history.ts";
import type { Lab } from "./lab.ts";
import type { PaneName, ShownPane } from "./shown-pane.ts";
import type { WireTotals } from "./wire-meter.ts";

/** Samples over which figures are averaged: three seconds. */
const RECENT = 12;

/** What is known of one pane. */
export interface PaneFigures {
  readonly status: string;
  /** Of the newest state; of a video, of the state in the picture that is shown. */
  readonly tick: number;
  /** The own character and the others as drawn (tiles). */
  readonly own: { x: number; y: number } | undefined;
  readonly others: readonly { id: string; x: number; y: number }[];
  /** Means of the last three seconds; NaN while there are none. */
  readonly recent: Readonly<Record<LabLine, number>>;
  readonly totals: Readonly<WireTotals>;
}

/** `window.pushbackLab`: the figures of the lab page, read-only, for tests and for the curious. */
export interface PushbackLab {
  readonly room: string | undefined;
  readonly frames: number;
  readonly panes: Readonly<Partial<Record<PaneName, PaneFigures>>>;
  readonly race: string;
  /** When each pane had the push of the race (ms after it was made). */
  readonly raceTimes: Readonly<Partial<Record<TransportName, { came?: number; drawn?: number }>>>;
}

declare global {
  interface Window {
    pushbackLab: PushbackLab;
  }
}

/** The figures of a lab, read as they are asked for. */
export function labFigures(lab: Lab): PushbackLab {
  return Object.freeze({
    get room() {
      return lab.room.value;
    },
    get frames() {
      return lab.frames;
    },
    get panes() {
      const { video } = lab.beside;
      return Object.fromEntries(
        lab.shown.map((pane) => [
          pane.transport,
          figuresOf(pane, pane === video ? video.tick : pane.match?.state.tick),
        ]),
      );
    },
    get race() {
      return lab.race.value.name;
    },
    get raceTimes() {
      const race = lab.race.value;
      return "times" in race ? Object.fromEntries(race.times) : {};
    },
  });
}

function figuresOf(pane: ShownPane, tick: number | undefined): PaneFigures {
  const { match, history, meter } = pane;
  const self = match?.self;
  const mean = (line: LabLine): number => history.mean(line, RECENT);
  return {
    status: pane.status.value.name,
    tick: tick ?? 0,
    own: self && { x: self.x, y: self.y },
    others: [...(match?.players.values() ?? [])]
      .filter((player) => player !== self)
      .map(({ id, x, y }) => ({ id, x, y })),
    recent: {
      age: mean("age"),
      roundTrip: mean("roundTrip"),
      updates: mean("updates"),
      requests: mean("requests"),
      bytesDown: mean("bytesDown"),
      bytesUp: mean("bytesUp"),
    },
    totals: { ...meter.totals },
  };
}
