import type { HitFigures } from "../../netcode/hits.ts";
import { PROFILES, type ProfileName } from "../../netcode/profiles.ts";
import { largest, percentile } from "../../statistics.ts";
import { table } from "../document.ts";
import { LINES, linesTable } from "./lines.ts";
import type { NetcodeResults } from "./measure.ts";
import { IN_TWOS, twosTable } from "./twos.ts";

/** The tables as Markdown. */
export function writeTables(results: NetcodeResults, seeds: number): string {
  return [
    `The worst of ${seeds} seeds each, 20 s after 5 s to settle; "±" is the jitter of the round trip, evenly spread.`,
    runningTable(results),
    inputTable(results),
    "A key press, 20 of each: frames until the own character is drawn elsewhere, and the same without prediction.",
    keyTable(results),
    "A page whose time runs twice as fast beside an honest one, 30 s at full speed: it may get no farther than the top speed of 6 tiles a second allows, which an honest one on a line that stalls does not reach.",
    hasteTable(results),
    "Pushes at where a target that runs at full speed is drawn; target at least 95 %, and at most 40 % without the rewind on lines of 150 ms and more.",
    hitTable(results),
    "Somebody who backdates what their page saw, *believed whatever they say* in italics. Hits: of 25 or so pushes at targets that are out of reach on their own screen and were in reach 200 ms before. Blows taken back: of 15, by a brace that is made once the blow is on screen. Target: what an honest player has, which is none, for a page that tells the truth until it pays to lie.",
    liarTable(results),
    "Two people who press against each other in a corridor, each on such a line. *Tremble* is how much the drawn distance changes from frame to frame (50 pixels are a tile on a laptop), *overlap* how far they are drawn into each other. The control does not let the own character run into others before the server says so.",
    contactTable(results),
    "The heavy ball, by one player who runs after it and pushes it, and *by two who fight for it*: corrections of what is foreseen, and from where it is drawn to where it is on the server when the inputs of that frame get there. Target: no correction and no error for one alone on lines without loss.",
    ballTable(results),
    "Somebody in a team of Hill who runs about and pushes, and *with a mate who pushes them and whom they push*: corrections of the own character, and from where it is drawn to where it is on the server when the inputs of that frame get there. Target: no correction and no error undisturbed on lines without loss.",
    teamTable(results),
    LINES,
    linesTable(results.lines),
    IN_TWOS,
    twosTable(results.twos),
    "Lost connections: 200 cuts in mid-match, and a tunnel of 10 s. Target: at least 99 %, 95 % of them within 1 s and a round trip; the clock right again within 2 s.",
    dropTable(results),
    "Bytes of a patch to one client on a huge arena, without events and framing; *control*: told of everybody. Target: at most 8 per character that moves, and below a third of the control at 128 players.",
    wireTable(results),
    "![The delay of the picture follows the jitter of the line](images/netcode-delay.svg)",
    "![How far the own character is from where its player has steered it](images/netcode-error.svg)",
    "![Pushes at where a running target is drawn](images/netcode-hits.svg)",
  ].join("\n\n");
}

function entriesOf<T>(record: Readonly<Partial<Record<ProfileName, T>>>): [string, T][] {
  return Object.entries(record).map(([name, value]) => [PROFILES[name as ProfileName].name, value]);
}

function runningTable({ running }: NetcodeResults): string {
  return table(
    [
      "Running about (target)",
      "corrections (0 undisturbed)",
      "error p95, max (tiles; with loss 0.02, 0.45)",
      "frames backwards, own",
      "others backwards (0.05 tiles)",
      "frames run dry (0.5 %), *fixed 100 ms*",
      "age of what is drawn (ms), *fixed*",
      "clock error p95 (5 ms), *SDK's clock*",
    ],
    entriesOf(running).map(([name, { on, fixed }]) => [
      name,
      String(on.corrections),
      `${tiles(on.errorP95)}, ${tiles(on.errorMax)}`,
      String(on.ownBackwards),
      tiles(on.otherBackwards),
      `${share(on.underRuns)}, *${share(fixed.underRuns)}*`,
      `${ms(on.stalenessMean)}, *${ms(fixed.stalenessMean)}*`,
      `${on.clockErrorP95.toFixed(1)}, *${on.sdkClockErrorP95.toFixed(1)}*`,
    ]),
  );
}

function inputTable({ running }: NetcodeResults): string {
  return table(
    [
      "Inputs (target)",
      "ticks without one (0.5 % at 150 ± 30), *unpaced*",
      "time that they lie on the server (ms), *unpaced*",
    ],
    entriesOf(running).map(([name, { on, unpaced }]) => [
      name,
      `${share(on.starvation)}, *${share(unpaced.starvation)}*`,
      `${ms(on.inputWait)}, *${ms(unpaced.inputWait)}*`,
    ]),
  );
}

function keyTable({ keyPress }: NetcodeResults): string {
  return table(
    ["Line", "frames (target 1)", "*without prediction* (ms), median and most"],
    entriesOf(keyPress).map(([name, { on, off }]) => [
      name,
      String(largest(on.frames)),
      `*${ms(percentile(off.times, 0.5))}, ${ms(largest(off.times))}*`,
    ]),
  );
}

function hasteTable({ haste }: NetcodeResults): string {
  return table(
    ["Line", "tiles a second, *the honest one*", "inputs a second, *the honest one*"],
    entriesOf(haste).map(([name, { speed, inputs }]) => [
      name,
      `${speed.hasty.toFixed(2)}, *${speed.honest.toFixed(2)}*`,
      `${inputs.hasty.toFixed(0)}, *${inputs.honest.toFixed(0)}*`,
    ]),
  );
}

function hitTable({ hits }: NetcodeResults): string {
  return table(
    ["Line", "hits with the rewind", "*without*"],
    entriesOf(hits).map(([name, { on, off }]) => [
      name,
      `${share(on.hits / on.pushes)} of ${on.pushes}`,
      `*${share(off.hits / off.pushes)} of ${off.pushes}*`,
    ]),
  );
}

function liarTable({ liars }: NetcodeResults): string {
  const of = ({ hits, pushes }: HitFigures) => `${hits} of ${pushes}`;
  return table(
    [
      "Line",
      "hits: honest",
      "lying when letting go",
      "lying always",
      "blows taken back: honest",
      "lying when bracing",
      "lying always",
    ],
    entriesOf(liars).map(([name, { on, off }]) => [
      name,
      of(on.hits.never),
      `${of(on.hits["at times"])}, *${of(off.hits["at times"])}*`,
      `${of(on.hits.always)}, *${of(off.hits.always)}*`,
      String(on.answered.never),
      `${on.answered["at times"]}, *${off.answered["at times"]}*`,
      `${on.answered.always}, *${off.answered.always}*`,
    ]),
  );
}

function contactTable({ contact }: NetcodeResults): string {
  return table(
    [
      "Line",
      "tremble (tiles)",
      "correction p95 (tiles)",
      "overlap p95 (tiles)",
      "turns a second of 0.01 tiles and more",
    ],
    entriesOf(contact).map(([name, { on, off }]) => [
      name,
      `${tiles(on.tremble)}, *${tiles(off.tremble)}*`,
      `${tiles(on.correctionP95)}, *${tiles(off.correctionP95)}*`,
      `${tiles(on.overlapP95)}, *${tiles(off.overlapP95)}*`,
      `${on.turns.toFixed(1)}, *${off.turns.toFixed(1)}*`,
    ]),
  );
}

function ballTable({ ball }: NetcodeResults): string {
  return table(
    [
      "Line",
      "corrections of the ball, of the own character",
      "error p95 of the ball (tiles)",
      "drawn error, mean and p95 (tiles)",
    ],
    entriesOf(ball).map(([name, { alone, two }]) => [
      name,
      `${alone.corrections}, ${alone.ownCorrections}; *${two.corrections}, ${two.ownCorrections}*`,
      `${tiles(alone.errorP95)}, *${tiles(two.errorP95)}*`,
      `${tiles(alone.drawnErrorMean)}, ${tiles(alone.drawnErrorP95)}; *${tiles(two.drawnErrorMean)}, ${tiles(two.drawnErrorP95)}*`,
    ]),
  );
}

function teamTable({ teams }: NetcodeResults): string {
  return table(
    [
      "Line",
      "friendly pushes received",
      "corrections",
      "error p95, max (tiles)",
      "drawn error, mean and p95 (tiles)",
    ],
    entriesOf(teams).map(([name, { alone, pushed }]) => [
      name,
      `${alone.pushed}, *${pushed.pushed}*`,
      `${alone.corrections}, *${pushed.corrections}*`,
      `${tiles(alone.errorP95)}, ${tiles(alone.errorMax)}; *${tiles(pushed.errorP95)}, ${tiles(pushed.errorMax)}*`,
      `${tiles(alone.drawnErrorMean)}, ${tiles(alone.drawnErrorP95)}; *${tiles(pushed.drawnErrorMean)}, ${tiles(pushed.drawnErrorP95)}*`,
    ]),
  );
}

function dropTable({ drops, outage }: NetcodeResults): string {
  return table(
    [
      "Line",
      "same character after a cut",
      "back after p95 (ms)",
      "after 10 s: back within (ms)",
      "clock error later than 2 s (ms)",
      "largest step of anybody on the other page (tiles a frame)",
    ],
    Object.entries(drops).map(([key, { resumed, drops: cuts, times }]) => {
      const tunnel = outage[key as ProfileName];
      return [
        PROFILES[key as ProfileName].name,
        `${resumed} of ${cuts}`,
        ms(percentile(times, 0.95)),
        ms(tunnel?.backAfter ?? Number.NaN),
        (tunnel?.clockError ?? Number.NaN).toFixed(1),
        tiles(tunnel?.jumpForOthers ?? Number.NaN),
      ];
    }),
  );
}

function wireTable({ wire }: NetcodeResults): string {
  return table(
    [
      "Players",
      "bytes per patch, *everybody*",
      "share",
      "characters shown",
      "bytes per character that moves",
    ],
    wire.map(({ on, off }) => [
      String(on.players),
      `${on.bytesPerPatch.toFixed(0)}, *${off.bytesPerPatch.toFixed(0)}*`,
      share(on.bytesPerPatch / off.bytesPerPatch),
      on.shown.toFixed(1),
      on.bytesPerMover.toFixed(1),
    ]),
  );
}

const tiles = (value: number): string => (value === 0 ? "0" : value.toFixed(3));
const ms = (value: number): string => value.toFixed(0);
const share = (value: number): string => `${(value * 100).toFixed(1)} %`;
