import { type BallFigures, measureBall } from "../../netcode/ball.ts";
import { type ContactFigures, measureContact } from "../../netcode/contact.ts";
import { type HasteFigures, measureHaste } from "../../netcode/haste.ts";
import { type HitFigures, measureHits } from "../../netcode/hits.ts";
import { type KeyPressFigures, measureKeyPress } from "../../netcode/key-press.ts";
import { type LiarFigures, measureLiars } from "../../netcode/liars.ts";
import { type DropFigures, measureDrops, measureOutage, type OutageFigures } from "../../netcode/outage.ts";
import { PROFILES, type ProfileName } from "../../netcode/profiles.ts";
import { measureRunning } from "../../netcode/running.ts";
import { type RunningFigures, worst } from "../../netcode/running-figures.ts";
import { measureTeams, type TeamFigures } from "../../netcode/teams.ts";
import { loadArena } from "../tournament.ts";
import { measureWire, type WireFigures } from "../wire.ts";
import { type LinesFigures, measureLines } from "./lines.ts";
import { measureTwos, type TwosFigures } from "./twos.ts";

type Running = Omit<RunningFigures, "trace">;

/** A figure with its feature on, and the control with it off. */
export interface Pair<T> {
  readonly on: T;
  readonly off: T;
}

/** Everything that the tables of docs/netcode.md are made of. */
export interface NetcodeResults {
  /** The worst of several seeds. `fixed`: a delay of 100 ms whatever the line is like. `unpaced`: inputs leave evenly. */
  readonly running: Readonly<Record<ProfileName, { on: Running; fixed: Running; unpaced: Running }>>;
  readonly keyPress: Readonly<Partial<Record<ProfileName, Pair<KeyPressFigures>>>>;
  /** A page whose time runs twice as fast beside an honest one. */
  readonly haste: Readonly<Partial<Record<ProfileName, HasteFigures>>>;
  readonly hits: Readonly<Partial<Record<ProfileName, Pair<HitFigures>>>>;
  /** `off`: whatever they claim is believed. */
  readonly liars: Readonly<Partial<Record<ProfileName, Pair<LiarFigures>>>>;
  readonly contact: Readonly<Partial<Record<ProfileName, Pair<ContactFigures>>>>;
  /** The heavy ball: with one player, and with two who fight for it. */
  readonly ball: Readonly<Partial<Record<ProfileName, { alone: BallFigures; two: BallFigures }>>>;
  /** Somebody in a team: undisturbed, and with a mate who pushes them. */
  readonly teams: Readonly<Partial<Record<ProfileName, { alone: TeamFigures; pushed: TeamFigures }>>>;
  readonly drops: Readonly<Partial<Record<ProfileName, DropFigures>>>;
  readonly outage: Readonly<Partial<Record<ProfileName, OutageFigures>>>;
  readonly twos: readonly (readonly [ProfileName, TwosFigures])[];
  /** A stream and datagrams side by side. */
  readonly lines: LinesFigures;
  /** `off`: everybody is told of everybody. */
  readonly wire: readonly Pair<WireFigures>[];
}

const NAMES = Object.keys(PROFILES) as ProfileName[];
const PRESSED: readonly ProfileName[] = ["local", "near", "usual", "far", "slow", "fast", "irregular"];
const PUSHED: readonly ProfileName[] = ["local", "near", "usual", "rough", "lossy", "bursts", "far"];
const PRESSING: readonly ProfileName[] = ["near", "usual", "rough", "lossy", "far"];
const IN_TWOS: readonly ProfileName[] = ["local", "near", "rough", "lossy"];
const LYING: readonly ProfileName[] = ["local", "near", "usual", "rough", "lossy"];
const CROWDS = [8, 16, 32, 64, 128];
const DROPPED: readonly ProfileName[] = ["near", "rough", "lossy", "far"];

/** Runs every measurement. `seeds` is how often the running about is repeated; `tell` hears what is going on. */
export async function measureAll(seeds: number, tell: (what: string) => void): Promise<NetcodeResults> {
  const each = async <T>(
    what: string,
    names: readonly ProfileName[],
    run: (name: ProfileName) => Promise<T>,
  ) => {
    const results: Partial<Record<ProfileName, T>> = {};
    for (const name of names) {
      tell(`${what}: ${PROFILES[name].name}`);
      results[name] = await run(name);
    }
    return results;
  };
  const runs = (name: ProfileName, tune?: Parameters<typeof measureRunning>[1]) =>
    several(seeds, (seed) => measureRunning(PROFILES[name], { ...tune, seed }));
  tell("bytes");
  const wire = CROWDS.map((players) => ({ on: weigh(players, true), off: weigh(players, false) }));
  const twos: [ProfileName, TwosFigures][] = [];
  for (const name of IN_TWOS) {
    tell(`two steps at one go: ${PROFILES[name].name}`);
    twos.push([name, await measureTwos(name)]);
  }
  const running = await each("running about", NAMES, async (name) => ({
    on: await runs(name),
    fixed: await runs(name, { tune: ({ match }) => Object.assign(match.switches, { fixedDelayMs: 100 }) }),
    unpaced: await runs(name, { tune: ({ match }) => Object.assign(match.switches, { pacing: false }) }),
  }));
  return {
    running: running as NetcodeResults["running"],
    keyPress: await each("a key press", PRESSED, async (name) => ({
      on: await measureKeyPress(PROFILES[name], true),
      off: await measureKeyPress(PROFILES[name], false),
    })),
    haste: await each("a hasty page", PUSHED, (name) => measureHaste(PROFILES[name])),
    hits: await each("pushes", PUSHED, async (name) => ({
      on: await measureHits(PROFILES[name], { rewind: true, defence: true }, { seconds: 240 }),
      off: await measureHits(PROFILES[name], { rewind: false, defence: true }, { seconds: 240 }),
    })),
    liars: await each("liars", LYING, async (name) => ({
      on: await measureLiars(PROFILES[name], true),
      off: await measureLiars(PROFILES[name], false),
    })),
    contact: await each("contacts", PRESSING, async (name) => ({
      on: await measureContact(PROFILES[name]),
      off: await measureContact(PROFILES[name], { contacts: false }),
    })),
    ball: await each("the ball", PRESSING, async (name) => ({
      alone: await measureBall(PROFILES[name], { alone: true, seconds: 30 }),
      two: await measureBall(PROFILES[name], { seconds: 60 }),
    })),
    teams: await each("teams", PRESSING, async (name) => ({
      alone: await measureTeams(PROFILES[name], { alone: true, seconds: 30 }),
      pushed: await measureTeams(PROFILES[name], { seconds: 60 }),
    })),
    drops: await each("drops", DROPPED, (name) => measureDrops(PROFILES[name], 200)),
    twos,
    lines: await measureLines(seeds, tell),
    wire,
    outage: await each("an outage", DROPPED, (name) => measureOutage(PROFILES[name], 10)),
  };
}

function weigh(players: number, interest: boolean): WireFigures {
  // What it takes is on the machine's account, not on that of this table.
  return measureWire({
    arena: loadArena("archipelago"),
    players,
    interest,
    seconds: 8,
    seed: 1,
    now: () => 0,
  });
}

async function several(count: number, run: (seed: number) => Promise<RunningFigures>): Promise<Running> {
  const figures: RunningFigures[] = [];
  for (let seed = 1; seed <= count; seed++) figures.push(await run(seed));
  return worst(figures);
}
