import type { Condition } from "../conditions.ts";
import type { Results } from "../results.ts";
import { REFERENCE } from "../ways.ts";
import { claimsOf } from "./claims.ts";
import { whenPollingIsEnough, whereDatagramsWin, winners } from "./findings.ts";
import { method, often } from "./method.ts";
import { ordersTable } from "./orders.ts";
import {
  agePicture,
  bytesPicture,
  dryPicture,
  duelPicture,
  type Picture,
  processorPicture,
} from "./pictures.ts";
import { standsOut } from "./stands-out.ts";
import { figuresIn } from "./summary.ts";
import { conditionTable, overheadTable } from "./tables.ts";
import { underLoss, whatAutoDoes } from "./under-loss.ts";
import { table } from "./words.ts";

/** The condition that stands for an ordinary line, when it was measured. */
const HOME = "25ms";

/** The report in Markdown and its pictures. */
export interface Report {
  readonly text: string;
  readonly pictures: readonly Picture[];
}

/** Writes the report of a run. Every number in it comes from the run. @throws Error for a run without figures. */
export function reportOf(results: Results): Report {
  const home = homeOf(results);
  const auto = whatAutoDoes(results);
  const pictures = [
    agePicture(results),
    dryPicture(results),
    duelPicture(results),
    bytesPicture(results, home),
    processorPicture(results, home),
  ].filter((picture) => picture !== undefined);
  const show = (name: string): string => {
    const picture = pictures.find((one) => one.name === name);
    return picture === undefined ? "" : `![${picture.alt}](images/${picture.name})`;
  };
  const parts = [
    "# Every way to push, measured",
    introduction(results),
    "## Which one, and when",
    show("transports-age.svg"),
    show("transports-duels.svg"),
    winners(results),
    "## Datagrams against WebSocket",
    whereDatagramsWin(results, home),
    "## Under loss",
    underLoss(results),
    show("transports-dry.svg"),
    ...(auto === undefined ? [] : ["## What the choice by itself does", auto]),
    "## When polling is enough",
    whenPollingIsEnough(results, home),
    "## What each one adds to a message",
    `On a line of ${home.title}, in bytes per update of the state unless it says otherwise. A message is what the game sends; the wire ` +
      "counts whole IP packets, those that only acknowledge and those of the other direction's headers included.",
    overheadTable(results, home),
    show("transports-bytes.svg"),
    show("transports-cpu.svg"),
    "## What textbooks say",
    claims(results, home),
    "## All figures",
    ...results.conditions.flatMap((condition) => [
      `### ${condition.title}`,
      conditionTable(results, condition),
    ]),
    "## What stands out",
    standsOut(results),
    "## How far to trust it",
    `Each cell was to be measured ${often(results.plan.repeats)}, in turns. A figure is the median of the repeats, with the least and the most of them in brackets. ` +
      "One way is called better than another only if each repeat of it is. These are the orders that the text rests on, in how many of " +
      "the repeats they held, and by what ratio in each.",
    ordersTable(results, home),
    "## How this was measured",
    method(results),
  ];
  return { text: `${parts.filter((part) => part !== "").join("\n\n")}\n`, pictures };
}

function homeOf(results: Results): Condition {
  const measured = results.conditions.filter(({ id }) => figuresIn(results, id, REFERENCE) !== undefined);
  const home =
    measured.find(({ id }) => id === HOME) ?? measured.find(({ delayMs }) => delayMs > 0) ?? measured[0];
  if (home === undefined)
    throw new Error("Nothing could be measured over websocket, so there is nothing to report.");
  return home;
}

function introduction({ link, ways }: Results): string {
  const packets =
    link.kind === "packets"
      ? "Delay and loss act on real packets, under the kernel's TCP and under the WebRTC stack."
      : `The delay was that of a proxy for the bytes of TCP, because a link of packets could not be had (${link.why}): no loss, no datagrams, nothing on the wire was counted.`;
  return (
    `The same game, with the same bots, over ${ways.length} ways to bring news to a player. ${packets} Written by \`npm run lab\`, with every ` +
    "figure in [transports.json](transports.json): do not edit, run it again."
  );
}

function claims(results: Results, home: Condition): string {
  const rows = claimsOf(results, home).map(({ claim, measured, verdict }) => [claim, measured, verdict]);
  if (rows.length === 0) return "This run had too few ways to say anything.";
  return table(["The claim", "Measured", "So"], rows).replace("| --- | ---: | ---: |", "| --- | --- | --- |");
}
