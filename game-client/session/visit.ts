import { CloseCode } from "#player/colyseus/close-codes.ts";
import type { Hands } from "#player/netcode/hands.ts";
import { LiveSource } from "#player/netcode/live-source.ts";
import type { Match } from "#player/netcode/match.ts";
import { Matches } from "#player/netcode/matches.ts";
import type { RoomSession } from "#player/room-session.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { carrierNamed } from "#transports/contract/names.ts";
import { type Text, t } from "../words/t.ts";
import { Absence, type Moves } from "./absence.ts";
import { ChatLog } from "./chat-log.ts";
import { ChosenLine } from "./chosen-line.ts";
import { clearHud, Hud, qualityOf } from "./hud.ts";
import { LobbyWriter } from "./lobby.ts";
import { NetRecorder } from "./net-recorder.ts";
import { type NetworkConditions, profileOf } from "./network-conditions.ts";
import { clearNotices, hearNotices } from "./notices.ts";
import { tellPresence } from "./presence.ts";
import type { Speech } from "./speech.ts";
import type { Stores } from "./stores/stores.ts";
import { hasWon } from "./teams.ts";
import { tellRoom } from "./tell-room.ts";
import type { Watching } from "./watching.ts";

/** A server that has said nothing for this long (ms) is slow, or gone. 25 patches should have come in a second. */
const SILENT_AFTER_MS = 1000;
const DEAD_AFTER_MS = 4000;

export interface VisitDeps {
  stores: Stores;
  arenas: ReadonlyMap<string, Arena>;
  /** Address of the page without a path: links to rooms begin with it. */
  origin: string;
  hands: Hands;
  /** ms since the page was opened. */
  now(): number;
  /** ms since 1970. */
  date(): number;
  /** Somebody in the room says or shows something; absent where nobody sees it. */
  onSpeech?(speech: Speech): void;
  /** What the player looks at without a character; absent where everybody plays. */
  watching?: Watching;
}

/** What a visit tells whoever began it. */
export interface VisitEvents {
  /** The match can be shown: the first state is there, or the room has moved to another arena. */
  begun(match: Match): void;
  /** The seat can be taken up again with this token. */
  seat(token: string): void;
  /** It is over, by a close code of Colyseus; 0 when the time to reconnect has run out. */
  ended(code: number, reason: string | undefined): void;
  /** A match against others came to its end, with this player as its only winner or not. */
  played(won: boolean): void;
  /** The room is of a kind that this page cannot show. */
  refused(why: Text): void;
}

/** What the page makes of a stay in a room: the match, what the stores say of it, and what is to be told. */
export class Visit {
  readonly #deps: VisitDeps;
  readonly #events: VisitEvents;
  readonly #absence: Absence;
  #session: RoomSession;
  #matches: Matches | undefined;
  #hud: Hud | undefined;
  #recorder: NetRecorder | undefined;
  #chat: ChatLog | undefined;
  #over = false;
  readonly #chosen: ChosenLine;

  constructor(session: RoomSession, deps: VisitDeps, events: VisitEvents) {
    this.#deps = deps;
    this.#events = events;
    this.#absence = new Absence({ page: deps.stores.page, now: deps.now, date: deps.date });
    this.#chosen = new ChosenLine(deps.stores);
    this.#session = session;
    this.#attend(session);
  }

  /** The stay in the room; another one where the room has moved to another process. */
  get session(): RoomSession {
    return this.#session;
  }

  /** How often the room has moved, and how long that took. */
  get moves(): Moves {
    return this.#absence.moves;
  }

  get match(): Match | undefined {
    return this.#matches?.match;
  }

  /** How long a step of the server takes (ms); NaN while nobody wants to know. */
  get serverStep(): number {
    return this.#recorder?.serverStep ?? Number.NaN;
  }

  /** Puts a bad network between this page and the room from now on. */
  simulate(conditions: NetworkConditions): void {
    this.session.simulate(profileOf(conditions));
  }

  /** Sends the inputs that are due, and notices when nobody answers any more. */
  advance(nowMs: number): void {
    const { match } = this;
    if (match === undefined) return;
    match.advance(nowMs, this.#deps.hands);
    this.#absence.look(nowMs);
    if (match.paused || match.silence(nowMs) < DEAD_AFTER_MS) return;
    // The operating system would go on hoping for minutes. Asking anew is quicker, and costs nothing.
    match.paused = true;
    this.session.cut();
  }

  /** Passes a frame. */
  frame(nowMs: number): void {
    const { match } = this;
    if (match === undefined) return;
    match.frame(nowMs, this.#deps.hands);
    const { stores, watching, hands } = this.#deps;
    if (match.self === undefined || match.gaze.isOut) watching?.steer(hands);
    else watching?.rest();
    this.#recorder?.frame(nowMs, stores.preferences.settings.value.netGraph);
    stores.network.netHistory.value = this.#recorder?.history;
    const { clock } = this.session;
    const rttMs = Math.round(clock.smoothedRtt());
    const jitterMs = Math.round(clock.jitter());
    const silent = match.paused || match.silence(nowMs) > SILENT_AFTER_MS;
    const quality = silent ? 0 : qualityOf(rttMs, jitterMs);
    this.#chosen.pass(this.session);
    const { name, reason } = this.session.transport;
    const transport = carrierNamed(name) ?? "websocket";
    this.#hud?.frame(nowMs, { transport, reason, rttMs, jitterMs, quality });
    if (!this.#absence.isTooLong) return;
    this.#finish(0, undefined);
    this.session.giveUp();
  }

  /** Leaves the room, if one is still in it, and lets go of everything. Nothing is told any more. */
  leave(): void {
    const inside = !this.#over;
    this.#over = true;
    this.#matches?.dispose();
    this.#deps.watching?.end();
    this.#deps.stores.hud.room.value = undefined;
    this.#deps.stores.network.netHistory.value = undefined;
    if (inside) this.session.leave().catch(() => {});
  }

  #attend(session: RoomSession): void {
    this.#session = session;
    this.simulate(this.#deps.stores.network.conditions.value);
    // A line that the page itself gives up has been silent for long.
    session.onDrop((code) => this.#dropped(code === CloseCode.MAY_TRY_RECONNECT && !session.isMoving));
    session.onBack(() => this.#restored());
    session.onGone((code, reason) => this.#finish(code, reason));
    session.onMoved((next, isElsewhere) => {
      if (isElsewhere) this.#absence.noteMove();
      this.#attend(next);
    });
    session.onBegin(() => this.#begin());
    session.onToken((token) => {
      if (!this.#over) this.#events.seat(token);
    });
  }

  /** The first state is there, of the room or of another process that goes on with it. */
  #begin(): void {
    if (this.#over) return;
    const { stores, arenas, now, watching } = this.#deps;
    const { mail, id } = this.session;
    const hasMoved = this.#matches !== undefined;
    mail.results.listen((results) => {
      stores.standings.results.value = results;
    });
    if (hasMoved) watching?.goOn(this.session);
    else watching?.begin(this.session);
    if (!hasMoved) clearNotices(stores.notices);
    hearNotices(mail, stores.notices);
    this.#chat ??= new ChatLog({
      stores,
      state: () => this.session.state,
      selfId: id,
      now,
      onSpeech: (speech) => {
        if (!this.#over) this.#deps.onSpeech?.(speech);
      },
    });
    this.#chat.hear(mail);
    this.#matches?.dispose();
    this.#matches = new Matches(new LiveSource(this.session), arenas, now, {
      begun: (match) => this.#show(match, hasMoved),
      unknown: () => this.#events.refused(() => t(($) => $.states.unknownArena)),
    });
    if (hasMoved) this.#absence.end();
  }

  /** Shows a match: the first one, one on another arena, or, `goesOn`, what was shown before, from another process. */
  #show(match: Match, goesOn: boolean): void {
    const { stores, origin } = this.#deps;
    const isSame = goesOn && stores.hud.room.value?.arenaName === match.arena.name;
    if (!isSame) clearHud(stores);
    const hud = new Hud(stores, match, this.session.id);
    const lobby = new LobbyWriter(stores.lobby, this.session.id);
    const follow = (): void => {
      hud.patch();
      lobby.patch(match.state);
      this.#deps.watching?.patch(match);
      tellPresence(stores.own, match.state, this.session.id);
      this.#chat?.patch();
      tellRoom(stores.hud, match, this.session.code, origin);
    };
    this.#hud = hud;
    if (this.#recorder === undefined) this.#recorder = new NetRecorder(this.session, match);
    else this.#recorder.follow(this.session, match);
    match.onPatch = () => {
      const before = stores.hud.phase.value;
      follow();
      const { value: scores } = stores.standings.scores;
      if (before !== "playing" || stores.hud.phase.value !== "results") return;
      if (scores.length < 2 || !scores.some(({ self }) => self)) return;
      this.#events.played(hasWon(stores.standings.winners.value));
    };
    follow();
    if (stores.page.screen.value.name !== "reconnecting") stores.page.screen.value = { name: "match" };
    this.#events.begun(match);
  }

  #dropped(isKnown: boolean): void {
    if (this.match === undefined || this.#over) return;
    const silentMs = this.match.silence(this.#deps.now());
    this.match.paused = true;
    this.#absence.begin(isKnown, silentMs);
  }

  #restored(): void {
    if (this.match === undefined || this.#over) return;
    this.match.resume();
    this.#absence.end();
  }

  #finish(code: number, reason: string | undefined): void {
    if (this.#over) return;
    this.#over = true;
    this.#matches?.dispose();
    this.#events.ended(code, reason);
  }
}
