import { countsTwice, isLate, isMatchPoint } from "#shared/simulation/modes/comeback.ts";
import { modeOf } from "#shared/simulation/modes/table.ts";
import type { GameEvent } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { NO_TEAM } from "#shared/state/seat-team.ts";
import { TICK_RATE, ticks } from "#shared/tunables.ts";
import { type Call, callOf, lateCall, matchPointCall } from "./calls.ts";
import { sameFields } from "./same-fields.ts";
import type { CourseStore, ZoneHeld } from "./stores/course.ts";
import type { FeedName } from "./stores/feed.ts";

/** Who somebody is; undefined for nobody. */
type Who = (id: string) => FeedName | undefined;

/** Keeps the signals of a course in step with a match. */
export class CourseWriter {
  readonly #course: CourseStore;
  readonly #who: Who;
  #key = 0;
  #late = false;
  #matchPoint = false;

  constructor(course: CourseStore, who: Who) {
    this.#course = course;
    this.#who = who;
    course.said.value = undefined;
  }

  /** After a patch. */
  patch(state: ArenaState): void {
    const { round, sinksIn, bearer, zones } = this.#course;
    round.value = state.round;
    sinksIn.value =
      state.sinksAt === 0 ? 0 : Math.max(1, Math.ceil((state.sinksAt - state.tick) / TICK_RATE));
    const next = this.#bearerOf(state);
    const known = bearer.value;
    if (next === undefined || known === undefined || !sameBearer(known, next)) {
      if (next !== known) bearer.value = next;
    }
    const held = zonesOf(state);
    if (!sameZones(zones.value, held)) zones.value = held;
    this.#announce(state);
  }

  /** Something happened. */
  tell(event: GameEvent): void {
    this.#say(callOf(event, this.#who, this.#course.zones.peek().length));
  }

  /** Everybody hears of what helps whoever is behind: when the last part of a match begins, and when it goes on at match point. */
  #announce({ mode, phase, tick, endsAt, timeLimit, teamPoints, ball }: ArenaState): void {
    const about = { mode: modeOf(mode), phase, tick, phaseEndsTick: endsAt, matchTicks: ticks(timeLimit) };
    const stage = { ...about, teamPoints: [...teamPoints] };
    const late = isLate(stage);
    if (late && !this.#late) this.#say(lateCall(mode));
    this.#late = late;
    const matchPoint = isMatchPoint(stage);
    const twice = stage.teamPoints.findIndex((_, team) => countsTwice(stage, team));
    this.#course.twice.value = twice < 0 ? NO_TEAM : twice;
    // The goal itself is called out first: until the ball is back.
    if (matchPoint && ball.out > 0) return;
    if (matchPoint && !this.#matchPoint) this.#say(matchPointCall(twice));
    this.#matchPoint = matchPoint;
  }

  #say(call: Call | undefined): void {
    if (call !== undefined) this.#course.said.value = { ...call, key: this.#key++ };
  }

  #bearerOf({ things }: ArenaState): (FeedName & { id: string }) | undefined {
    for (const { kind, owner } of things.values()) {
      if (kind !== "crown" || owner === "") continue;
      const who = this.#who(owner);
      return who && { ...who, id: owner };
    }
    return undefined;
  }
}

function sameBearer(a: FeedName & { id: string }, b: FeedName & { id: string }): boolean {
  return a.id === b.id && a.name === b.name && a.self === b.self && sameFields(a.look, b.look);
}

/** Zones that count, and who holds each. */
function zonesOf({ things }: ArenaState): ZoneHeld[] {
  const zones: ZoneHeld[] = [];
  things.forEach(({ kind, owner }, id) => {
    if (kind === "zone") zones.push({ id, team: teamOfZone(owner) });
  });
  return zones;
}

/** The number of the team that a zone says it belongs to. */
function teamOfZone(owner: string): number {
  const team = owner === "" ? NO_TEAM : Number(owner);
  return Number.isInteger(team) ? team : NO_TEAM;
}

function sameZones(a: readonly ZoneHeld[], b: readonly ZoneHeld[]): boolean {
  return (
    a.length === b.length &&
    a.every((zone, index) => {
      const other = b[index];
      return other !== undefined && sameFields(zone, other);
    })
  );
}
