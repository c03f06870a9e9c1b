import type { Match } from "#player/netcode/match.ts";
import { packLook, unpackLook } from "#shared/look.ts";
import { STAMINA_FULL } from "#shared/simulation/actions.ts";
import { rank } from "#shared/simulation/modes/ranking.ts";
import { modeOf } from "#shared/simulation/modes/table.ts";
import { Action, type GameEvent } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { Seat } from "#shared/state/seat-state.ts";
import { hasTeams, NO_TEAM, teamOf } from "#shared/state/seat-team.ts";
import { DASH, PUSH, TICK_RATE, ticks } from "#shared/tunables.ts";
import { CourseWriter } from "./course.ts";
import { causeOf, ownFall } from "./fall-words.ts";
import { readiness } from "./lobby.ts";
import { tellEffect } from "./own-effect.ts";
import { sameFields } from "./same-fields.ts";
import type { FeedItem, FeedName } from "./stores/feed.ts";
import type { Connection } from "./stores/network.ts";
import type { OwnStatus } from "./stores/own.ts";
import type { ScoreRow } from "./stores/standings.ts";
import type { Stores } from "./stores/stores.ts";
import { sameTotals, teamTotals } from "./teams.ts";

/** Lines of the kill feed that are kept. */
const FEED_LINES = 5;
/** Round trip and jitter change with every patch: they are written this often (ms), for nobody reads them faster. */
const FIGURES_EVERY_MS = 500;
/** Round trip and jitter (ms) up to which a connection is good, and fair. */
export const GOOD = { rtt: 80, jitter: 12 };
export const FAIR = { rtt: 180, jitter: 35 };

/** What the HUD shows of a match. */
type HudMatch = Pick<
  Match,
  "state" | "phase" | "secondsLeft" | "secondsToPlay" | "self" | "prediction" | "events"
>;

/** A row before it is compared with the others. */
type UnrankedRow = Omit<ScoreRow, "rank">;

/** Forgets what has happened in a match that is shown no more. */
export function clearHud({ feed, own }: Pick<Stores, "feed" | "own">): void {
  feed.items.value = [];
  own.fallenBy.value = undefined;
}

/** Keeps the signals of the HUD in step with a match. */
export class Hud {
  readonly #stores: Stores;
  readonly #match: HudMatch;
  readonly #selfId: string;
  readonly #course: CourseWriter;
  #feedKey: number;
  /** When round trip and jitter may be written again. */
  #figuresDue = 0;
  /** How the own character is in this frame; written anew in each. */
  readonly #status: OwnStatus;
  /** The players as the score table shows them. */
  readonly #rows = new Map<string, UnrankedRow>();

  constructor(stores: Stores, match: HudMatch, selfId: string) {
    this.#stores = stores;
    this.#match = match;
    this.#selfId = selfId;
    this.#status = { ...stores.own.status.peek() };
    this.#course = new CourseWriter(stores.course, (id) => this.#who(id));
    this.#feedKey = stores.feed.items.value.at(-1)?.key ?? 0;
  }

  /** After a patch: scores, phase, votes. */
  patch(): void {
    const { state } = this.#match;
    this.#stores.hud.phase.value = this.#match.phase;
    const { closesAt, tick } = state;
    this.#stores.hud.closesIn.value =
      closesAt === 0 ? 0 : Math.max(1, Math.ceil((closesAt - tick) / TICK_RATE));
    const seats = state.seats;
    this.#scoreTable(state);
    this.#tellTeams(state);
    this.#course.patch(state);
    this.#tellWinners(state);
    const { rematch, results } = this.#stores.standings;
    // Those of the match before are no results of this one.
    if (this.#match.phase === "countdown") results.value = undefined;
    const vote = readiness(seats, this.#selfId);
    const { ready, of, mine } = rematch.value;
    if (vote.ready !== ready || vote.of !== of || vote.mine !== mine) rematch.value = vote;
  }

  /** After a frame: the own numbers, the clock, and what happened. `nowMs` is the time of the page. */
  frame(nowMs: number, connection: Connection): void {
    const stores = this.#stores;
    stores.hud.secondsLeft.value = Math.ceil(this.#match.secondsLeft);
    stores.hud.secondsToPlay.value = Math.ceil(this.#match.secondsToPlay);
    const own = this.#own();
    if (own !== undefined && !sameFields(own, stores.own.status.value)) stores.own.status.value = { ...own };
    const { rttMs, jitterMs, quality, transport, reason } = stores.network.connection.value;
    const changed =
      quality !== connection.quality ||
      transport !== connection.transport ||
      reason !== connection.reason ||
      (nowMs >= this.#figuresDue && (rttMs !== connection.rttMs || jitterMs !== connection.jitterMs));
    if (changed) {
      stores.network.connection.value = connection;
      this.#figuresDue = nowMs + FIGURES_EVERY_MS;
    }
    for (const event of this.#match.events) this.#tell(event, nowMs);
  }

  #own(): OwnStatus | undefined {
    const body = this.#match.prediction?.body;
    const drawn = this.#match.self;
    if (body === undefined || drawn === undefined) return undefined;
    const falling = body.action === Action.Falling;
    const status = this.#status;
    status.wobble = body.wobble;
    status.charge = hundredths(drawn.charge);
    status.pushReady = hundredths(1 - body.pushCooldown / ticks(PUSH.cooldown));
    status.dashReady = hundredths(1 - body.dashCooldown / ticks(DASH.cooldown));
    status.stamina = hundredths(body.stamina / STAMINA_FULL);
    status.respawnIn = falling ? Math.ceil((body.respawnTicks / TICK_RATE) * 10) / 10 : 0;
    status.protected = body.protectTicks > 0;
    tellEffect(body, status);
    return status;
  }

  #scoreTable(state: ArenaState): void {
    const { seats, hostId } = state;
    let players = 0;
    let changed = false;
    const inTeams = hasTeams(state);
    seats.forEach((seat, id) => {
      if (seat.role !== "player") return;
      players += 1;
      const row = this.#rows.get(id);
      const host = id === hostId;
      const team = inTeams ? seat.team : NO_TEAM;
      if (row !== undefined && row.host === host && row.team === team && isOf(row, seat)) return;
      this.#rows.set(id, this.#row(id, seat, { host, team }));
      changed = true;
    });
    if (!changed && this.#rows.size === players) return;
    for (const id of this.#rows.keys()) if (seats.get(id)?.role !== "player") this.#rows.delete(id);
    this.#stores.standings.scores.value = rank(modeOf(state.mode), this.#rows.values());
  }

  #tellTeams(state: ArenaState): void {
    const { teams } = this.#stores.standings;
    const next = teamTotals(state, this.#selfId);
    if (!sameTotals(teams.value, next)) teams.value = next;
  }

  /** Keeps the names of those who have won: they may leave while the results are shown. */
  #tellWinners(state: ArenaState): void {
    const { winners, seats } = state;
    const { winners: known } = this.#stores.standings;
    if (known.value.length === winners.length && known.value.every(({ id }, i) => id === winners[i])) return;
    known.value = [...winners].map((id) => {
      const seat = seats.get(id);
      const team = seat === undefined ? NO_TEAM : teamOf(state, seat);
      return { id, name: seat?.name ?? "", self: id === this.#selfId, team };
    });
  }

  #row(id: string, seat: Seat, more: Pick<UnrankedRow, "host" | "team">): UnrankedRow {
    const { name, bot, connected, away, score, knockouts, falls, points, lives } = seat;
    const look = unpackLook(seat.look);
    const self = id === this.#selfId;
    return { id, name, look, bot, self, connected, away, score, knockouts, falls, points, lives, ...more };
  }

  #tell(event: GameEvent, nowMs: number): void {
    this.#course.tell(event);
    const isOwn = "id" in event && event.id === this.#selfId;
    if (event.type === "phase" || (event.type === "respawn" && isOwn))
      this.#stores.own.fallenBy.value = undefined;
    if (event.type !== "fall") return;
    const victim = this.#who(event.id);
    if (victim === undefined) return;
    const by = event.by === "" ? undefined : this.#who(event.by);
    const means = causeOf(by, event.means);
    if (isOwn) this.#stores.own.fallenBy.value = ownFall(means, by);
    const item: FeedItem = { key: this.#feedKey++, means, victim, at: nowMs };
    if (by !== undefined) item.by = by;
    this.#stores.feed.items.value = [...this.#stores.feed.items.value, item].slice(-FEED_LINES);
  }

  #who(id: string): FeedName | undefined {
    const { state } = this.#match;
    const seat = state.seats.get(id);
    if (seat === undefined) return undefined;
    const self = id === this.#selfId;
    return { name: seat.name, look: unpackLook(seat.look), self, team: teamOf(state, seat) };
  }
}

/** Whether a row says what there is to say of who sits in a seat. */
function isOf(row: UnrankedRow, seat: Seat): boolean {
  return (
    row.name === seat.name &&
    packLook(row.look) === seat.look &&
    row.bot === seat.bot &&
    row.connected === seat.connected &&
    row.away === seat.away &&
    row.score === seat.score &&
    row.knockouts === seat.knockouts &&
    row.falls === seat.falls &&
    row.points === seat.points &&
    row.lives === seat.lives
  );
}

/** 3 good, 2 fair, 1 bad, from round trip and jitter (ms). */
export function qualityOf(rttMs: number, jitterMs: number): Connection["quality"] {
  if (rttMs <= GOOD.rtt && jitterMs <= GOOD.jitter) return 3;
  return rttMs <= FAIR.rtt && jitterMs <= FAIR.jitter ? 2 : 1;
}

function hundredths(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 100) / 100;
}
