import { CloseCode } from "@colyseus/sdk";
import { giveCommand } from "#player/netcode/commands.ts";
import type { ArenaLink } from "#player/netcode/link.ts";
import { type Hands, Match } from "#player/netcode/match.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { type EventBatch, ServerMessage, type SpotsMessage } from "#shared/messages.ts";
import { seededDice } from "#shared/random.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { MATCH } from "#shared/tunables.ts";
import { transportOf } from "#transports/contract/client-transport.ts";
import { transportNamed } from "#transports/contract/names.ts";
import { alarm } from "#transports/simulated/delay-queue.ts";
import { SimulatedLink } from "#transports/simulated/simulated-line.ts";
import { Hud, qualityOf } from "./hud.ts";
import { type LinkChoice, profileOf } from "./link-choice.ts";
import { NetRecorder } from "./net-recorder.ts";
import type { Store } from "./store.ts";

/** Longest pause (ms) between two tries to reconnect: several fit into the time that the seat is kept. */
const RECONNECT_PAUSE_MS = 2000;
/** A server that has said nothing for this long (ms) is slow, or gone. 25 patches should have come in a second. */
const SILENT_AFTER_MS = 1000;
const DEAD_AFTER_MS = 4000;
/** Tries that fit into that time. */
const RECONNECT_TRIES = Math.ceil((MATCH.reconnectGrace * 1000) / RECONNECT_PAUSE_MS);

export interface VisitDeps {
  store: Store;
  arenas: ReadonlyMap<string, Arena>;
  /** Address of the page without a path: links to rooms begin with it. */
  origin: string;
  hands: Hands;
  /** ms since the page was opened. */
  now(): number;
  /** ms since 1970. */
  date(): number;
}

/** What a visit tells whoever began it. */
export interface VisitEvents {
  /** The first state is there: the match can be shown. */
  begun(match: Match): void;
  /** The seat can be taken up again with this token. */
  seat(token: string): void;
  /** It is over, by a close code of Colyseus; 0 when the time to reconnect has run out. */
  ended(code: number, reason: string | undefined): void;
  /** A match against others came to its end, with this player as its only winner or not. */
  played(won: boolean): void;
  /** The room is of a kind that this page cannot show. */
  refused(why: string): void;
}

/** One stay in a room: from joining, through lost and restored connections, to the end. */
export class Visit {
  readonly room: ArenaLink;
  readonly #deps: VisitDeps;
  readonly #events: VisitEvents;
  #match: Match | undefined;
  #hud: Hud | undefined;
  #recorder: NetRecorder | undefined;
  readonly #simulated: SimulatedLink;
  #over = false;

  constructor(room: ArenaLink, deps: VisitDeps, events: VisitEvents) {
    this.room = room;
    this.#deps = deps;
    this.#events = events;
    room.reconnection.minUptime = 0;
    room.reconnection.maxDelay = RECONNECT_PAUSE_MS;
    room.reconnection.maxRetries = Number.MAX_SAFE_INTEGER;
    const seed = deps.date();
    this.#simulated = new SimulatedLink(room.connection, { now: deps.now, after: alarm }, (direction) =>
      seededDice(seed ^ direction),
    );
    this.simulate(deps.store.link.value);
    // Events may come before the first state; nobody misses those.
    room.onMessage<EventBatch>(ServerMessage.Events, (batch) => this.#match?.receive(batch));
    room.onMessage<SpotsMessage>(ServerMessage.Spots, (message) => this.#match?.receiveSpots(message));
    room.onDrop(() => this.#dropped());
    room.onReconnect(() => this.#restored());
    room.onLeave((code, reason) => this.#finish(code, reason));
    room.onStateChange.once((state) => this.#begin(state));
  }

  get match(): Match | undefined {
    return this.#match;
  }

  /** How long a step of the server takes (ms); NaN while nobody wants to know. */
  get serverStep(): number {
    return this.#recorder?.serverStep ?? Number.NaN;
  }

  /** Puts a bad network between this page and the room from now on. */
  simulate(link: LinkChoice): void {
    this.#simulated.profile = profileOf(link);
  }

  voteRematch(): void {
    giveCommand(this.room, "rematch");
  }

  /** Sends the inputs that are due, and notices when nobody answers any more. */
  advance(nowMs: number): void {
    if (this.#match === undefined) return;
    this.#match.advance(nowMs, this.#deps.hands);
    if (this.#match.paused || this.#match.silence(nowMs) < DEAD_AFTER_MS) return;
    // The operating system would go on hoping for minutes. Asking anew is quicker, and costs nothing.
    this.#match.paused = true;
    this.room.connection.close(CloseCode.MAY_TRY_RECONNECT);
  }

  /** Passes a frame. */
  frame(nowMs: number): void {
    if (this.#match === undefined) return;
    this.#match.frame(nowMs, this.#deps.hands);
    const { store } = this.#deps;
    this.#recorder?.frame(nowMs, store.settings.value.netGraph);
    store.netHistory.value = this.#recorder?.history;
    const { clock } = this.room;
    const rttMs = Math.round(clock.smoothedRtt());
    const jitterMs = Math.round(clock.jitter());
    const silent = this.#match.paused || this.#match.silence(nowMs) > SILENT_AFTER_MS;
    const quality = silent ? 0 : qualityOf(rttMs, jitterMs);
    const { name, reason } = transportOf(this.room);
    const transport = transportNamed(name) ?? "websocket";
    this.#hud?.frame(nowMs, { transport, reason, rttMs, jitterMs, quality });
    const screen = store.screen.value;
    if (screen.name === "reconnecting" && this.#deps.date() > screen.deadline) {
      this.room.reconnection.enabled = false;
      this.room.connection.close();
      this.#finish(0, undefined);
    }
  }

  /** Leaves the room, if one is still in it, and lets go of everything. Nothing is told any more. */
  leave(): void {
    const inside = !this.#over;
    this.#over = true;
    this.#match?.dispose();
    this.#deps.store.room.value = undefined;
    this.#deps.store.netHistory.value = undefined;
    if (!inside) return;
    const { reconnection, connection } = this.room;
    if (connection.isOpen) this.room.leave(true).catch(() => {});
    // Without a line nobody hears the good-bye: it is tried for, for as long as the seat is kept.
    else reconnection.maxRetries = reconnection.retryCount + RECONNECT_TRIES;
  }

  #begin(state: ArenaState): void {
    if (this.#over) return;
    const { store, arenas, origin, now } = this.#deps;
    const arena = arenas.get(state.arena);
    if (arena === undefined) {
      this.#events.refused(
        "This page does not know the arena of that room. Reload it to get the newest version.",
      );
      return;
    }
    const match = new Match(this.room, arena, now);
    const hud = new Hud(store, match, this.room.sessionId);
    this.#match = match;
    this.#hud = hud;
    this.#recorder = new NetRecorder(this.room, match);
    match.onPatch = () => {
      const before = store.phase.value;
      hud.patch();
      const alone = store.scores.value.length < 2;
      if (before !== "playing" || store.phase.value !== "results" || alone) return;
      const [first, second] = store.winners.value;
      this.#events.played(second === undefined && first?.self === true);
    };
    hud.patch();
    const { roomId: code, reconnectionToken } = this.room;
    const { mode, maxPlayers } = state;
    store.room.value = {
      code,
      link: `${origin}/r/${code}`,
      arenaName: arena.name,
      mode,
      private: state.private,
      maxPlayers,
    };
    store.screen.value = { name: "match" };
    this.#events.seat(reconnectionToken);
    this.#events.begun(match);
  }

  #dropped(): void {
    if (this.#over) return;
    if (this.#match === undefined) {
      // Not even the first state came: there is nothing yet to come back to.
      this.room.reconnection.enabled = false;
      return;
    }
    this.#match.paused = true;
    const { store, date } = this.#deps;
    const deadline = date() + MATCH.reconnectGrace * 1000;
    if (store.screen.value.name === "match") store.screen.value = { name: "reconnecting", deadline };
  }

  #restored(): void {
    // Left while the line was cut: without a good-bye the character would stand there with nobody behind it.
    if (this.#over) this.room.leave(true).catch(() => {});
    if (this.#match === undefined || this.#over) return;
    this.#match.resume();
    this.#deps.store.screen.value = { name: "match" };
    // The SDK has the new token only after it has told of the reconnection.
    this.room.onStateChange.once(() => this.#events.seat(this.room.reconnectionToken));
  }

  #finish(code: number, reason: string | undefined): void {
    if (this.#over) return;
    this.#over = true;
    this.#match?.dispose();
    this.#events.ended(code, reason);
  }
}
