import { UsageError } from "#bots/load/usage.ts";
import { CONDITIONS } from "./conditions.ts";
import { median } from "./figures.ts";
import type { LabLink } from "./link/link.ts";
import { describeMachine } from "./machine.ts";
import type { LabOptions } from "./options.ts";
import type { Cell, DuelCount, Results } from "./results.ts";
import type { Plan } from "./tasks.ts";
import { WAYS } from "./ways.ts";

/** How a run has begun. */
export interface Begun {
  readonly at: Date;
  readonly site: { readonly link: Pick<LabLink, "kind">; readonly why: string };
  readonly options: LabOptions;
  /** What an earlier run has found out, with which this one goes on. */
  readonly known: Results | undefined;
}

/** What was measured so far, with what an earlier run knew already. */
export interface Found {
  readonly cells: readonly Cell[];
  readonly duels: readonly DuelCount[];
  /** How late (ms) packets left the link, in each window of this run. */
  readonly linkLate: readonly { readonly p50: number; readonly p99: number }[];
}

/** @throws UsageError when a run with these options cannot go on with such results: they would not compare. */
export function checkResumable(known: Results, { site, options }: Pick<Begun, "site" | "options">): void {
  const { plan, link } = known;
  const differing = [
    differs("--seconds", plan.windowS, options.windowS),
    differs("--players", plan.players, options.players),
    differs("--seed", plan.seed, options.seed),
    differs("--link", link.kind, site.link.kind),
  ].filter((text) => text !== "");
  if (differing.length > 0) {
    throw new UsageError(
      `What was measured so does not compare with what would be added: ${differing.join(", ")}. Give the same options, or begin anew without --resume.`,
    );
  }
  if (plan.repeats > options.repeats) {
    throw new UsageError(`There are ${plan.repeats} repeats already: --repeats can only add to them.`);
  }
}

function differs(option: string, then: number | string, now: number | string): string {
  return then === now ? "" : `${option} was ${then} and is ${now}`;
}

/** Everything that is known now, as it is kept and reported. */
export function resultsOf({ at, site, options, known }: Begun, plan: Plan, found: Found): Results {
  const seconds = Math.round((Date.now() - at.getTime()) / 1000);
  const here = { machine: describeMachine(), startedAt: at.toISOString() };
  const { ways, conditions } = plan;
  return {
    ...(known ?? here),
    seconds: seconds + (known?.seconds ?? 0),
    ...(known === undefined ? {} : { resumed: [...(known.resumed ?? []), here] }),
    link: { kind: site.link.kind, why: site.why },
    plan: {
      seed: options.seed,
      repeats: options.repeats,
      players: options.players,
      windowS: options.windowS,
      roomsAtOnce: options.duelRooms,
    },
    ways: inOrder(WAYS, ways, known?.ways ?? []),
    conditions: inOrder(CONDITIONS, conditions, known?.conditions ?? []),
    leftOut: [
      ...options.ways.filter((way) => !ways.includes(way)),
      ...options.conditions.filter((one) => !conditions.includes(one)),
    ].map(({ title }) => title),
    instruments: instrumentsOf(found, known),
    cells: [...found.cells],
    duels: [...found.duels],
  };
}

/** What this run has and what an earlier one had, in the order of the table of all. */
function inOrder<T extends { readonly id: string }>(
  table: readonly { readonly id: string }[],
  now: readonly T[],
  then: readonly T[],
): T[] {
  const more = then.filter(({ id }) => !now.some((one) => one.id === id));
  const place = ({ id }: T): number => table.findIndex((one) => one.id === id);
  return [...now, ...more].sort((a, b) => place(a) - place(b));
}

function instrumentsOf(
  { cells, duels, linkLate }: Found,
  known: Results | undefined,
): Results["instruments"] {
  const late = [...cells, ...duels].flatMap(({ lateMs }) => (lateMs === undefined ? [] : [lateMs]));
  const before = known?.instruments;
  return {
    playersLate:
      late.length === 0
        ? (before?.playersLate ?? { median: 0, worst: 0 })
        : { median: median(late), worst: Math.max(...late) },
    linkLate:
      linkLate.length === 0
        ? before?.linkLate
        : { p50: median(linkLate.map(({ p50 }) => p50)), p99: median(linkLate.map(({ p99 }) => p99)) },
  };
}
