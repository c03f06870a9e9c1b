import type { Dress } from "#room/seats.ts";
import { PRACTICE_SEAT, type PracticeWish } from "#shared/practice.ts";
import { refusal } from "#shared/refusals/refusal.ts";
import { maySwitch, switchTeam } from "#shared/simulation/modes/teams.ts";
import { PAUSED, pauseWorld, resumeWorld } from "#shared/simulation/pause.ts";
import type { MatchPhase, World } from "#shared/simulation/types.ts";

/** What commands may do to practice. */
export interface Commanded {
  readonly world: World;
  /** Time of the simulation (ms): the steps that have run, and what has passed of the next one. */
  readonly time: number;
  /** 95th percentile of how long the steps of the last second took (ms). */
  readonly stepP95: number;
  takeQuickest(): { number: number; time: number } | undefined;
  enterPhase(phase: MatchPhase): void;
  /** Gives the player another name, another look or both. */
  dress(wanted: Dress): void;
  /** Takes what of it can be; what it is no wish for is left as it is. */
  wish(wish: PracticeWish): void;
}

/** What became of a command: an answer of the same name, a refusal, or nothing more to say. */
export type Outcome = { readonly answer: object } | { readonly why: string } | undefined;

type Command = (practice: Commanded, payload: unknown) => Outcome;

/**
 * What somebody who is alone may tell their room, by the names of the server's table, and with what comes with them there. It is the
 * page's own player who says it: there is nobody to be protected from.
 */
const COMMANDS: Readonly<Record<string, Command>> = {
  time(practice, asked) {
    const quickest = practice.takeQuickest();
    return { answer: { asked, time: practice.time, ...(quickest === undefined ? {} : { quickest }) } };
  },
  stepTime: ({ stepP95 }) => ({ answer: { p95: stepP95 } }),
  here: () => undefined,
  pause({ world }, payload) {
    if (world.phase !== "countdown" && world.phase !== "playing") return { why: refusal("no_match_runs") };
    const paused = field(payload, "paused") === true;
    const isPaused = world.resumesAt === PAUSED;
    if (paused === isPaused) return { why: refusal(paused ? "paused_already" : "not_paused") };
    if (paused) pauseWorld(world);
    else resumeWorld(world);
    return undefined;
  },
  restart(practice) {
    if (practice.world.phase !== "countdown" && practice.world.phase !== "playing")
      return { why: refusal("no_match_runs") };
    practice.enterPhase("countdown");
    return undefined;
  },
  endMatch(practice) {
    if (practice.world.phase !== "playing") return { why: refusal("no_match_runs") };
    practice.enterPhase("results");
    return undefined;
  },
  start: begin,
  // Nobody else has to be ready.
  rematch: begin,
  dress(practice, payload) {
    const [name, look] = [field(payload, "name"), field(payload, "look")];
    practice.dress({
      ...(typeof name === "string" ? { name } : {}),
      ...(typeof look === "number" ? { look } : {}),
    });
    return undefined;
  },
  switchTeam({ world }) {
    const self = world.players.get(PRACTICE_SEAT.sessionId);
    if (world.mode.teams === undefined) return { why: refusal("no_teams") };
    if (world.phase !== "results") return { why: refusal("after_match") };
    if (self === undefined || !maySwitch(world, self)) return { why: refusal("teams_uneven") };
    switchTeam(world, self);
    return undefined;
  },
  setUp(practice, payload) {
    const [bots, arena] = [field(payload, "bots"), field(payload, "arena")];
    practice.wish({
      ...(typeof bots === "number" ? { bots } : {}),
      ...(typeof arena === "string" ? { arena } : {}),
    });
    return undefined;
  },
};

function begin(practice: Commanded): Outcome {
  if (practice.world.phase !== "results") return { why: refusal("match_runs") };
  practice.enterPhase("countdown");
  return undefined;
}

/** Does a command; one that makes no sense without others is refused. */
export function giveCommand(practice: Commanded, name: string, payload: unknown): Outcome {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return command === undefined ? { why: refusal("not_in_practice") } : command(practice, payload);
}

function field(payload: unknown, name: string): unknown {
  return typeof payload === "object" && payload !== null ? Reflect.get(payload, name) : undefined;
}
