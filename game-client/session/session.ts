import type { Client } from "@colyseus/sdk";
import type { Arena } from "#shared/arena/arena.ts";
import { packLook } from "#shared/look.ts";
import { ClientMessage, ROOM } from "#shared/messages.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { MATCH } from "#shared/tunables.ts";
import type { ArenaLink } from "../netcode/link.ts";
import { type Hands, Match } from "../netcode/match.ts";
import { Hud, qualityOf } from "./hud.ts";
import { KeptSeat } from "./resume.ts";
import { type KeyValueStore, repairSettings, type Settings, saveSettings } from "./settings.ts";
import type { Actions, CreateChoice, RoomListing, Store } from "./store.ts";
import { explainClose, explainFailure, WRONG_PASSWORD } from "./words.ts";

export interface SessionDeps {
  store: Store;
  client: Client;
  arenas: ReadonlyMap<string, Arena>;
  /** Address of the page without a path: links to rooms begin with it. */
  origin: string;
  /** Lives as long as the browser: settings. */
  memory: KeyValueStore;
  /** Lives as long as the tab: the seat. */
  tabMemory: KeyValueStore;
  hands: Hands;
  /** ms since the page was opened. */
  now(): number;
  /** ms since 1970. */
  date(): number;
  /** The match that is to be shown, or undefined for none. */
  onMatch(match: Match | undefined): void;
}

/** The player's way through the page: joining, playing, dropping out, coming back, leaving. */
export class Session implements Actions {
  readonly #deps: SessionDeps;
  readonly #seat: KeptSeat;
  #room: ArenaLink | undefined;
  #match: Match | undefined;
  #hud: Hud | undefined;
  /** Grows with each thing begun, so that the answer to something given up is recognised. */
  #attempt = 0;
  #again: () => void = () => {};

  constructor(deps: SessionDeps) {
    this.#deps = deps;
    this.#seat = new KeptSeat(deps.tabMemory);
  }

  /** The match that this page is in. */
  get match(): Match | undefined {
    return this.#match;
  }

  /** The room that this page is in. */
  get link(): ArenaLink | undefined {
    return this.#room;
  }

  /** First thing on a page: back to the seat that a reload left, or into the room of a link. */
  open(roomCode: string | undefined): void {
    const { token } = this.#seat;
    const kept = token?.split(":")[0];
    if (token !== undefined && (roomCode === undefined || roomCode === kept)) this.#resume(token);
    else if (roomCode !== undefined) this.join(roomCode);
  }

  quickPlay(): void {
    this.#enter(
      "Looking for a match",
      () => this.quickPlay(),
      () => this.#deps.client.joinOrCreate<ArenaState>(ROOM, this.#self()),
    );
  }

  create(choice: CreateChoice): void {
    this.#enter(
      "Opening your room",
      () => this.create(choice),
      () => this.#deps.client.create<ArenaState>(ROOM, { ...this.#self(), ...choice }),
    );
  }

  join(code: string, password = ""): void {
    const tidy = code.replace(/[\s-]/g, "").toUpperCase();
    this.#deps.store.passwordFor.value = undefined;
    this.#enter(
      `Joining room ${tidy}`,
      () => this.join(code, password),
      async () => {
        try {
          return await this.#deps.client.joinById<ArenaState>(tidy, { ...this.#self(), password });
        } catch (error) {
          if (explainFailure(error).code === WRONG_PASSWORD) this.#deps.store.passwordFor.value = tidy;
          throw error;
        }
      },
    );
  }

  refreshRooms(): void {
    this.#deps.client.http
      .get("/api/rooms")
      .then((answer) => {
        this.#deps.store.rooms.value = (answer.data as { rooms: RoomListing[] }).rooms;
      })
      .catch(() => {
        this.#deps.store.rooms.value = "unreachable";
      });
  }

  leave(): void {
    this.toMenu();
  }

  voteRematch(): void {
    this.#room?.send(ClientMessage.Rematch);
  }

  changeSettings(change: Partial<Settings>): void {
    const settings = repairSettings({ ...this.#deps.store.settings.value, ...change });
    this.#deps.store.settings.value = settings;
    saveSettings(this.#deps.memory, settings);
  }

  retry(): void {
    this.#again();
  }

  toMenu(notice?: string): void {
    this.#attempt += 1;
    this.#seat.token = undefined;
    const room = this.#room;
    this.#end();
    room?.leave(true).catch(() => {});
    this.#deps.store.screen.value = notice === undefined ? { name: "menu" } : { name: "menu", notice };
  }

  /** Sends the inputs that are due; to be called every few milliseconds. */
  advance(nowMs: number): void {
    this.#match?.advance(nowMs, this.#deps.hands);
  }

  /** Passes a frame to the match, if there is one. */
  frame(nowMs: number): void {
    if (this.#match === undefined || this.#room === undefined) return;
    this.#match.frame(nowMs, this.#deps.hands);
    const { clock } = this.#room;
    const rttMs = Math.round(clock.smoothedRtt());
    const jitterMs = Math.round(clock.jitter());
    const quality = this.#match.paused ? 0 : qualityOf(rttMs, jitterMs);
    this.#hud?.frame(nowMs, { transport: "websocket", rttMs, jitterMs, quality });
    const { screen } = this.#deps.store;
    if (screen.value.name === "reconnecting" && this.#deps.date() > screen.value.deadline) this.#giveUp();
  }

  #self(): { name: string; look: number } {
    const { name, look } = this.#deps.store.settings.value;
    return { name, look: packLook(look) };
  }

  #resume(token: string): void {
    this.#enter(
      "Back to your match",
      () => this.quickPlay(),
      async () => {
        try {
          return await this.#deps.client.reconnect<ArenaState>(token);
        } catch (error) {
          this.#seat.token = undefined;
          throw error;
        }
      },
    );
  }

  async #enter(what: string, again: () => void, join: () => Promise<ArenaLink>): Promise<void> {
    const { store } = this.#deps;
    this.#end();
    const attempt = ++this.#attempt;
    this.#again = again;
    store.screen.value = { name: "connecting", what };
    try {
      const room = await join();
      if (attempt === this.#attempt) this.#begin(room);
      else room.leave(true).catch(() => {});
    } catch (error) {
      if (attempt !== this.#attempt) return;
      const { title, text, retry } = explainFailure(error);
      // A refusal leads back to the menu with a word about it; only silence needs a screen of its own.
      store.screen.value = retry ? { name: "closed", title, text, retry } : { name: "menu", notice: text };
      if (store.passwordFor.value !== undefined) store.screen.value = { name: "menu" };
    }
  }

  #begin(room: ArenaLink): void {
    const { store, now, date, onMatch } = this.#deps;
    this.#room = room;
    room.reconnection.minUptime = 0;
    room.reconnection.maxDelay = 2000;
    room.reconnection.maxRetries = Number.MAX_SAFE_INTEGER;
    room.onDrop(() => {
      if (this.#match !== undefined) this.#match.paused = true;
      const deadline = date() + MATCH.reconnectGrace * 1000;
      if (store.screen.value.name === "match") store.screen.value = { name: "reconnecting", deadline };
    });
    room.onReconnect(() => {
      if (this.#match !== undefined) this.#match.paused = false;
      this.#seat.token = room.reconnectionToken;
      store.screen.value = { name: "match" };
    });
    room.onLeave((code, reason) => this.#left(room, code, reason));
    room.onStateChange.once((state) => {
      if (this.#room !== room) return;
      const arena = this.#deps.arenas.get(state.arena);
      if (arena === undefined) {
        this.toMenu("This page does not know the arena of that room. Reload it to get the newest version.");
        return;
      }
      this.#seat.token = room.reconnectionToken;
      const match = new Match(room, arena, now);
      this.#match = match;
      this.#hud = new Hud(store, match, room.sessionId);
      match.onPatch = () => this.#hud?.patch();
      this.#hud.patch();
      store.room.value = {
        code: room.roomId,
        link: `${this.#deps.origin}/r/${room.roomId}`,
        arenaName: arena.name,
        mode: state.mode,
        private: state.private,
        maxPlayers: state.maxPlayers,
      };
      store.screen.value = { name: "match" };
      onMatch(match);
    });
  }

  #left(room: ArenaLink, code: number, reason: string | undefined): void {
    if (this.#room !== room) return;
    const words = explainClose(code, reason);
    this.#seat.token = undefined;
    this.#end();
    this.#attempt += 1;
    this.#deps.store.screen.value = words === undefined ? { name: "menu" } : { name: "closed", ...words };
  }

  #giveUp(): void {
    const room = this.#room;
    if (room === undefined) return;
    room.reconnection.enabled = false;
    this.#left(room, 0, undefined);
  }

  /** Takes the match off the screen. */
  #end(): void {
    if (this.#match === undefined && this.#room === undefined) return;
    this.#match?.dispose();
    this.#match = undefined;
    this.#hud = undefined;
    this.#room = undefined;
    this.#deps.store.room.value = undefined;
    this.#deps.onMatch(undefined);
  }
}
