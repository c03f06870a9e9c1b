import type { Condition } from "../conditions.ts";
import type { Figures, Results } from "../results.ts";
import { REFERENCE } from "../ways.ts";
import { bytesOf, compare } from "./compare.ts";
import { figuresIn, repeatsIn } from "./summary.ts";
import { list, ms, number, ofRepeats, percent, sharePercent, table } from "./words.ts";

/** Who is compared under loss. */
const COMPARED: readonly string[] = [REFERENCE, "webrtc", "auto"];
/** By so much (share of the frames) two shares differ at least: a frame in some hundred. */
const SHARE_APART = { by: 0.005, times: 1.15 };
/** What the choice by itself shall reach: a third of the dry frames of the reference, … */
const A_THIRD = 1 / 3;
/** … and an age of at most so many times that of datagrams. */
const AS_YOUNG = 1.2;
/** Bytes more than the reference that are called none. */
const NO_MORE_BYTES = 0.02;

/** How smoothly players and server went on under loss: a table, and what it says. Empty for a run without such lines. */
export function underLoss(results: Results): string {
  const lossy = results.conditions.filter(({ loss }) => loss > 0);
  const ways = results.ways.filter(({ id }) => COMPARED.includes(id));
  const rows = lossy.flatMap((condition) =>
    ways.flatMap((way) => {
      const repeats = repeatsIn(results, condition.id, way.id).filter(({ dry }) => dry !== undefined);
      if (repeats.length === 0) return [];
      const share = (of: (figures: Figures) => number | undefined): string =>
        ofRepeats(
          repeats.map((figures) => of(figures) ?? Number.NaN),
          sharePercent,
        );
      return [
        [
          `${condition.title}: ${way.title}`,
          share(({ dry }) => dry),
          share(({ starved }) => starved),
          ofRepeats(repeats.map(({ age }) => age.p99)),
          ofRepeats(repeats.map(({ inputToAck }) => inputToAck.p99)),
        ],
      ];
    }),
  );
  if (rows.length === 0) return "This run did not count frames that run dry under loss.";
  const head = ["", "frames run dry", "inputs starved", "age of state, p99 (ms)", "input to ack, p99 (ms)"];
  const sentences = lossy.flatMap((condition) => inWords(results, condition));
  return [
    "A frame has run dry when nothing newer has come that others could move towards: they stand still in it. An input is starved when " +
      "the server has none of a player for a tick. Medians of the repeats, with the least and the most.",
    table(head, rows),
    ...(sentences.length === 0 ? [] : [sentences.map((one) => `- ${one}`).join("\n")]),
  ].join("\n\n");
}

function inWords(results: Results, condition: Condition): string[] {
  const dry = ({ dry: share }: Figures): number => share ?? Number.NaN;
  const [socket, datagrams] = [REFERENCE, "webrtc"].map((way) => figuresIn(results, condition.id, way)?.dry);
  const standing = compare(results, condition.id, ["webrtc", REFERENCE], dry, SHARE_APART);
  if (standing === undefined || socket === undefined || datagrams === undefined) return [];
  const shares = `${sharePercent(datagrams)} of the frames run dry over WebRTC, ${sharePercent(socket)} over WebSocket`;
  const verdict = {
    less: "datagrams are smoother",
    more: "datagrams are rougher",
    level: "no difference can be told",
  }[standing];
  return [`${condition.title}: ${shares}: ${verdict}.`];
}

/** What the choice by itself came to, beside what it chooses from; undefined for a run without it. */
export function whatAutoDoes(results: Results): string | undefined {
  if (!results.ways.some(({ id }) => id === "auto")) return undefined;
  const lines = results.conditions.flatMap((condition) => {
    const auto = figuresIn(results, condition.id, "auto");
    if (auto === undefined) return [];
    const parts = [whereItWent(auto), besideSocket(results, condition), besideDatagrams(results, condition)];
    return [`- **${condition.title}**: ${parts.filter((part) => part !== "").join("; ")}.`];
  });
  if (lines.length === 0) return undefined;
  return (
    "It begins on WebSocket and moves the seat to another transport in the middle of a match, by what the line shows. " +
    `It shall have less than a third of the dry frames of WebSocket under loss, at the age of WebRTC within a factor of ${AS_YOUNG}, and cost next to nothing ` +
    `on a line that loses nothing.\n\n${lines.join("\n")}`
  );
}

function whereItWent({ carriers = {}, moves = 0 }: Figures): string {
  const all = Object.values(carriers).reduce((sum, count) => sum + count, 0);
  if (all === 0) return "";
  const places = Object.entries(carriers).sort(([, a], [, b]) => b - a);
  const where = list(places.map(([name, count]) => `${percent(count / all)} of the players on ${name}`));
  return `at the end ${where}, after ${number(moves / all)} moves each`;
}

function besideSocket(results: Results, condition: Condition): string {
  const [auto, socket] = ["auto", REFERENCE].map((way) => figuresIn(results, condition.id, way));
  if (auto === undefined || socket === undefined) return "";
  const more = bytesOf(auto) / bytesOf(socket) - 1;
  if (condition.loss === 0) {
    if (!Number.isFinite(more)) return "";
    const said = more <= NO_MORE_BYTES ? "as wanted" : "more than wanted";
    const change = more < 0 ? `${sharePercent(-more)} fewer` : `${sharePercent(more)} more`;
    return `${change} bytes than WebSocket, ${said}`;
  }
  if (auto.dry === undefined || socket.dry === undefined) return "";
  const shares = `${sharePercent(auto.dry)} of the frames run dry, ${sharePercent(socket.dry)} over WebSocket`;
  if (socket.dry < SHARE_APART.by) return `${shares}: too few to tell`;
  return `${shares}: ${auto.dry < socket.dry * A_THIRD ? "under a third of it" : "not under a third of it"}`;
}

function besideDatagrams(results: Results, condition: Condition): string {
  const [auto, datagrams] = ["auto", "webrtc"].map((way) => figuresIn(results, condition.id, way));
  if (condition.loss === 0 || auto === undefined || datagrams === undefined) return "";
  const ratio = auto.age.p99 / datagrams.age.p99;
  const said = ratio <= AS_YOUNG ? `within ${AS_YOUNG}` : `not within ${AS_YOUNG}`;
  return `its newest state ${ms(auto.age.p99)} old (99th percentile), ${ratio.toFixed(2)} times that of WebRTC: ${said}`;
}
