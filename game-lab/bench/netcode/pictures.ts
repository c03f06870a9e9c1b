import type { LineProfile } from "#transports/simulated/line-model.ts";
import { measureHits } from "../../netcode/hits.ts";
import { PROFILES } from "../../netcode/profiles.ts";
import { HOMES, meadowForTwo, runAbout } from "../../netcode/scripts.ts";
import { virtualMatch } from "../../netcode/virtual-match.ts";
import { lineChart } from "./line-chart.ts";

/** Colours that are told apart by those, too, who see few (Okabe and Ito, 2008). */
const BLUE = "#0072b2";
const ORANGE = "#d55e00";
const GREY = "#7a8792";

/** A picture for docs/images. */
export interface Picture {
  readonly file: string;
  readonly svg: string;
}

/** Draws what tables cannot show. */
export async function drawPictures(tell: (what: string) => void): Promise<Picture[]> {
  tell("pictures");
  return [
    { file: "netcode-delay.svg", svg: await delayFollowsJitter() },
    { file: "netcode-error.svg", svg: await errorOverTime() },
    { file: "netcode-hits.svg", svg: await hitsByRoundTrip() },
  ];
}

/** How a line of 150 ms gets rough and quiet again. */
const STAGES = [
  { from: 0, jitterMs: 5 },
  { from: 15, jitterMs: 40 },
  { from: 35, jitterMs: 5 },
] as const;
const STAGES_END = 60;

async function delayFollowsJitter(): Promise<string> {
  const jitter: [number, number][] = [];
  const delay: [number, number][] = [];
  const staleness: [number, number][] = [];
  await watch(
    (seconds) => ({
      delayMs: 75,
      jitterMs: STAGES.findLast(({ from }) => seconds >= from)?.jitterMs ?? 0,
      loss: 0,
    }),
    STAGES_END,
    (seconds, page, simulationTime) => {
      jitter.push([seconds, page.visit?.session.clock.jitter() ?? 0]);
      delay.push([seconds, page.match.interpolationDelay]);
      staleness.push([seconds, simulationTime - page.match.renderTime]);
    },
  );
  return lineChart({
    title: "The delay of the picture follows the jitter of the line",
    note: "Round trip 150 ms; each way ± 5 ms, from 15 to 35 s ± 40 ms. All in milliseconds.",
    x: { label: "seconds", from: 0, to: STAGES_END, step: 5 },
    y: { label: "ms", from: 0, to: 250, step: 50 },
    series: [
      { label: "age of what is drawn", colour: GREY, points: staleness },
      { label: "interpolation delay", colour: BLUE, points: delay },
      { label: "jitter (RFC 3550)", colour: ORANGE, points: jitter },
    ],
  });
}

async function errorOverTime(): Promise<string> {
  const series = [];
  for (const [prediction, colour] of [
    [false, ORANGE],
    [true, BLUE],
  ] as const) {
    const points: [number, number][] = [];
    await watch(
      () => PROFILES.lossy.link,
      20,
      (seconds, { match }) => {
        match.switches.prediction = prediction;
        const { self, prediction: foreseen } = match;
        if (self === undefined || foreseen === undefined) return;
        // On the way to the next step the own character is drawn up to a step of a dash ahead of the newest.
        const off = Math.hypot(self.x - foreseen.body.x, self.y - foreseen.body.y);
        points.push([seconds, prediction ? foreseen.figures.error : off]);
      },
    );
    series.push({ label: prediction ? "with prediction" : "without", colour, points });
  }
  return lineChart({
    title: "How far the own character is from where its player has steered it",
    note: "At 150 ± 30 ms with 5 % loss, in tiles; with prediction: the size of the newest correction.",
    x: { label: "seconds", from: 0, to: 20, step: 2 },
    y: { label: "tiles", from: 0, to: 4, step: 1 },
    series,
  });
}

async function hitsByRoundTrip(): Promise<string> {
  const on: [number, number][] = [];
  const off: [number, number][] = [];
  for (const roundTrip of [0, 25, 50, 75, 100, 125, 150, 200, 250, 300]) {
    const profile = { name: "", link: { delayMs: roundTrip / 2, jitterMs: 5, loss: 0 } };
    for (const [points, rewind] of [
      [on, true],
      [off, false],
    ] as const) {
      const { hits, pushes } = await measureHits(profile, { rewind, defence: true }, { seconds: 60 });
      points.push([roundTrip, (hits / pushes) * 100]);
    }
  }
  return lineChart({
    title: "Pushes at where a running target is drawn",
    note: "Share of them that hit, in percent, by the attacker's round trip (± 10 ms).",
    x: { label: "round trip, ms", from: 0, to: 300, step: 25 },
    y: { label: "%", from: 0, to: 100, step: 25 },
    series: [
      { label: "with rewind", colour: BLUE, points: on },
      { label: "without", colour: ORANGE, points: off },
    ],
  });
}

type WatchedPage = Awaited<ReturnType<Awaited<ReturnType<typeof virtualMatch>>["open"]>>;

/** Lets two people run about on a line that may change every second, and looks at each frame of one. */
async function watch(
  line: (seconds: number) => LineProfile,
  seconds: number,
  look: (seconds: number, page: WatchedPage, simulationTime: number) => void,
): Promise<void> {
  const match = await virtualMatch({ arena: meadowForTwo(), seed: 5 });
  const settle = 5;
  try {
    const ann = await match.open({
      name: "Ann",
      link: line(0),
      seed: 3,
      play: runAbout(HOMES[0], 3),
      onFrame(page) {
        const at = match.time.now / 1000 - settle;
        if (at >= 0) look(at, page, match.simulationTime);
      },
    });
    await match.open({
      name: "Bob",
      link: { delayMs: 20, jitterMs: 5, loss: 0 },
      seed: 4,
      play: runAbout(HOMES[1], 9),
    });
    await match.run(settle);
    for (let second = 0; second < seconds; second++) {
      ann.line.profile = line(second);
      await match.run(1);
    }
  } finally {
    await match.end();
  }
}
