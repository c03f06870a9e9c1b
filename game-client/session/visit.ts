import type { Hands } from "#player/netcode/hands.ts";
import { LiveSource } from "#player/netcode/live-source.ts";
import type { Match } from "#player/netcode/match.ts";
import { Matches } from "#player/netcode/matches.ts";
import type { RoomSession } from "#player/room-session.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { MATCH } from "#shared/tunables.ts";
import { carrierNamed } from "#transports/contract/names.ts";
import { type Text, t } from "../words/t.ts";
import { ChatLog } from "./chat-log.ts";
import { Hud, qualityOf } from "./hud.ts";
import { LobbyWriter } from "./lobby.ts";
import { NetRecorder } from "./net-recorder.ts";
import { type NetworkConditions, profileOf } from "./network-conditions.ts";
import { hearNotices } from "./notices.ts";
import { tellPresence } from "./presence.ts";
import type { Speech } from "./speech.ts";
import type { Stores } from "./stores/stores.ts";
import { hasWon } from "./teams.ts";
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
  readonly session: RoomSession;
  readonly #deps: VisitDeps;
  readonly #events: VisitEvents;
  #matches: Matches | undefined;
  #hud: Hud | undefined;
  #recorder: NetRecorder | undefined;
  #chat: ChatLog | undefined;
  #over = false;

  constructor(session: RoomSession, deps: VisitDeps, events: VisitEvents) {
    this.session = session;
    this.#deps = deps;
    this.#events = events;
    this.simulate(deps.stores.network.conditions.value);
    session.onDrop(() => this.#dropped());
    session.onBack(() => this.#restored());
    session.onGone((code, reason) => this.#finish(code, reason));
    session.onBegin(() => this.#begin());
    session.onToken((token) => {
      if (!this.#over) events.seat(token);
    });
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
    const { name, reason } = this.session.transport;
    const transport = carrierNamed(name) ?? "websocket";
    this.#hud?.frame(nowMs, { transport, reason, rttMs, jitterMs, quality });
    const screen = stores.page.screen.value;
    if (screen.name === "reconnecting" && this.#deps.date() > screen.deadline) {
      this.session.giveUp();
      this.#finish(0, undefined);
    }
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

  #begin(): void {
    if (this.#over) return;
    const { stores, arenas, now } = this.#deps;
    this.session.mail.results.listen((results) => {
      stores.standings.results.value = results;
    });
    this.#deps.watching?.begin(this.session);
    hearNotices(this.session.mail, stores.notices);
    this.#chat = new ChatLog({
      stores,
      mail: this.session.mail,
      state: () => this.session.state,
      selfId: this.session.id,
      now,
      onSpeech: (speech) => {
        if (!this.#over) this.#deps.onSpeech?.(speech);
      },
    });
    this.#matches = new Matches(new LiveSource(this.session), arenas, now, {
      begun: (match) => this.#show(match),
      unknown: () => this.#events.refused(() => t(($) => $.states.unknownArena)),
    });
  }

  /** Shows a match: the first one, or one on another arena. */
  #show(match: Match): void {
    const { stores } = this.#deps;
    const hud = new Hud(stores, match, this.session.id);
    const lobby = new LobbyWriter(stores.lobby, this.session.id);
    const follow = (): void => {
      hud.patch();
      lobby.patch(match.state);
      this.#deps.watching?.patch(match);
      tellPresence(stores.own, match.state, this.session.id);
      this.#chat?.patch();
      this.#tellRoom(match);
    };
    this.#hud = hud;
    if (this.#recorder === undefined) this.#recorder = new NetRecorder(this.session, match);
    else this.#recorder.follow(match);
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

  /** Tells what room it is; its mode may be another one from match to match. */
  #tellRoom({ arena, state }: Match): void {
    const { room } = this.#deps.stores.hud;
    const { name, named, mode, maxPlayers } = state;
    const { arenaName, mode: modeBefore, name: nameBefore } = room.value ?? {};
    if (arenaName === arena.name && modeBefore === mode && nameBefore === name) return;
    const { code } = this.session;
    room.value = {
      code,
      name,
      named,
      link: `${this.#deps.origin}/r/${code}`,
      arenaName: arena.name,
      mode,
      private: state.private,
      maxPlayers,
    };
  }

  #dropped(): void {
    if (this.match === undefined || this.#over) return;
    this.match.paused = true;
    const { stores, date } = this.#deps;
    const deadline = date() + MATCH.reconnectGrace * 1000;
    if (stores.page.screen.value.name === "match")
      stores.page.screen.value = { name: "reconnecting", deadline };
  }

  #restored(): void {
    if (this.match === undefined || this.#over) return;
    this.match.resume();
    this.#deps.stores.page.screen.value = { name: "match" };
  }

  #finish(code: number, reason: string | undefined): void {
    if (this.#over) return;
    this.#over = true;
    this.#matches?.dispose();
    this.#events.ended(code, reason);
  }
}
