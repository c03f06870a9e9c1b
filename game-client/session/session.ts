import type { CommandName, CommandPayload } from "#player/commands.ts";
import { isFull, isGone } from "#player/ends.ts";
import type { Match } from "#player/netcode/match.ts";
import type { PlayerClient } from "#player/player-client.ts";
import type { RoomSession } from "#player/room-session.ts";
import { PRACTICE_SEAT, type PracticeWish } from "#shared/practice.ts";
import { tidyCode } from "#shared/room-code.ts";
import { type Text, t } from "../words/t.ts";
import type { Moves } from "./absence.ts";
import type { Actions, CreateChoice } from "./actions.ts";
import { Doors } from "./doors.ts";
import type { Inside } from "./inside.ts";
import { joinByCode } from "./join-by-code.ts";
import { type Kept, keptOf } from "./kept.ts";
import { clampConditions, type NetworkConditions } from "./network-conditions.ts";
import type { SessionDeps } from "./session-deps.ts";
import { repairSettings, type Settings, saveSettings } from "./settings.ts";
import { showFailure } from "./show-failure.ts";
import type { Visit } from "./visit.ts";
import { explainClose } from "./words.ts";

/** The player's way through the page: joining, playing, dropping out, coming back, leaving. */
export class Session implements Actions {
  readonly #deps: SessionDeps;
  readonly #kept: Kept;
  readonly #doors: Doors;
  #visit: Visit | undefined;
  /** Grows with each thing begun, so that the answer to something given up is recognised. */
  #attempt = 0;
  #again: () => void = () => {};

  constructor(deps: SessionDeps) {
    this.#deps = deps;
    this.#kept = keptOf(deps);
    this.#doors = new Doors(deps);
  }

  /** The match that this page is in. */
  get match(): Match | undefined {
    return this.#visit?.match;
  }

  /** How long a step of the server takes (ms); NaN while nobody wants to know. */
  get serverStep(): number {
    return this.#visit?.serverStep ?? Number.NaN;
  }

  /** How often the room has moved to another process, and how long that took. */
  get moves(): Moves {
    return this.#visit?.moves ?? { count: 0, lastMs: 0 };
  }

  /** The stay in a room that this page is in. */
  get room(): RoomSession | undefined {
    return this.#visit?.session;
  }

  /** First thing on a page: back to the seat that a reload left, or to the room of a link: its card, or `atOnce` into it. */
  open(roomCode: string | undefined, atOnce = false): void {
    const { token } = this.#kept.seat;
    const kept = token?.split(":")[0];
    if (token !== undefined && kept !== undefined && tidyCode(roomCode ?? kept) === kept)
      this.#resume(token, kept);
    else if (roomCode !== undefined && atOnce) this.join(roomCode);
    else if (roomCode !== undefined) this.look(roomCode);
  }

  look(code: string, notice?: Text): void {
    this.#stop();
    this.#doors.show(code, notice);
  }

  quickPlay(): void {
    this.#enter(
      () => t(($) => $.states.lookingForMatch),
      () => this.quickPlay(),
      (client) => client.quickPlay({ ...this.#kept.self.options, botSkill: this.#kept.record.level }),
    );
  }

  create(choice: CreateChoice): void {
    this.#kept.room.note(choice);
    const botSkill = choice.botSkill === "fitting" ? this.#kept.record.level : choice.botSkill;
    this.#enter(
      () => t(($) => $.states.openingRoom),
      () => this.create(choice),
      (client) => client.create({ ...this.#kept.self.options, ...choice, botSkill }),
    );
  }

  practice(): void {
    this.#enter(
      () => t(($) => $.practice.opening),
      () => this.practice(),
      (client) => client.take(PRACTICE_SEAT),
      undefined,
      () => this.#deps.practice(this.#kept.self.options),
    );
  }

  practise(wish: PracticeWish): void {
    this.#kept.plan.note(wish);
    this.room?.practise(wish);
  }

  join(code: string, password = "", spectate = false): void {
    const tidy = tidyCode(code);
    const fromCard = this.#doors.cardIsShown;
    this.#deps.stores.menu.passwordFor.value = undefined;
    this.#enter(
      () => t(($) => $.states.joiningRoom, { code: tidy }),
      () => this.join(code, password, spectate),
      (client) => this.#joinByCode(client, tidy, password, spectate),
      // A full room can be watched: its card offers that.
      (error) => (fromCard || isFull(error) ? (why) => this.look(tidy, why) : undefined),
    );
  }

  followRooms(): () => void {
    return this.#doors.follow();
  }

  leave(): void {
    this.toMenu();
  }

  give<N extends CommandName>(name: N, ...payload: CommandPayload<N>): void {
    this.room?.give(name, ...payload);
  }

  changeSettings(change: Partial<Settings>): void {
    const { settings, askedConnection } = this.#deps.stores.preferences;
    const before = settings.value.connection;
    settings.value = repairSettings({ ...settings.value, ...change });
    if (settings.value.connection !== before) askedConnection.value = undefined;
    saveSettings(this.#deps.memory, settings.value);
  }

  simulateNetwork(change: Partial<NetworkConditions>): void {
    const { conditions } = this.#deps.stores.network;
    conditions.value = clampConditions({ ...conditions.value, ...change });
    this.#visit?.simulate(conditions.value);
  }

  retry(): void {
    this.#again();
  }

  joinInstead(): void {
    this.#deps.stores.preferences.askedConnection.value = undefined;
    this.changeSettings({ connection: "auto" });
    this.#again();
  }

  toMenu(notice?: Text): void {
    this.#kept.seat.token = undefined;
    this.#stop();
    this.#deps.stores.page.screen.value = notice === undefined ? { name: "menu" } : { name: "menu", notice };
  }

  /** Sends the inputs that are due; to be called every few milliseconds. */
  advance(nowMs: number): void {
    this.#visit?.advance(nowMs);
  }

  /** Passes a frame to the match, if there is one. */
  frame(nowMs: number): void {
    this.#visit?.frame(nowMs);
  }

  /** Takes up the seat of a token. When the server says that it is gone, the room may have another one. */
  #resume(token: string, code: string): void {
    this.#enter(
      () => t(($) => $.states.backToMatch),
      () => this.#resume(token, code),
      async (client) => {
        try {
          return await client.reconnect(token);
        } catch (error) {
          if (!isGone(error)) throw error;
          this.#kept.seat.token = undefined;
          return await this.#joinByCode(client, code, "");
        }
      },
    );
  }

  #joinByCode(client: PlayerClient, code: string, password: string, spectate = false): Promise<RoomSession> {
    const options = { ...this.#kept.self.options, password, spectate };
    return joinByCode(client, code, options, this.#deps.stores.menu);
  }

  /** `refused`: where a refusal leads, if not to the menu. */
  async #enter(
    what: Text,
    again: () => void,
    join: (client: PlayerClient) => Promise<RoomSession>,
    refused?: (error: unknown) => ((why: Text) => void) | undefined,
    fetchInside = this.#deps.inside,
  ): Promise<void> {
    const { stores } = this.#deps;
    this.#end();
    const attempt = ++this.#attempt;
    this.#again = again;
    stores.page.screen.value = { name: "connecting", what };
    try {
      const inside = await fetchInside();
      if (attempt !== this.#attempt) return;
      const room = await join(inside.client);
      if (attempt === this.#attempt) this.#begin(inside, room);
      else room.leave().catch(() => {});
    } catch (error) {
      if (attempt === this.#attempt) showFailure(stores, error, refused);
    }
  }

  #begin(inside: Inside, room: RoomSession): void {
    const { stores, onMatch } = this.#deps;
    this.#kept.self.keepIdentity(room.mail);
    this.#visit = inside.visit(room, this.#deps, {
      begun: onMatch,
      seat: (token) => {
        this.#kept.seat.token = token;
      },
      ended: (code, reason) => {
        this.toMenu();
        const words = explainClose(code, reason);
        if (words !== undefined) stores.page.screen.value = { name: "closed", ...words };
      },
      played: (won) => this.#kept.record.note(won),
      refused: (why) => this.toMenu(why),
    });
  }

  /** Gives up whatever is shown or under way. */
  #stop(): void {
    this.#attempt += 1;
    this.#deps.stores.menu.passwordFor.value = undefined;
    this.#end();
  }

  /** Takes the match off the screen. */
  #end(): void {
    if (this.#visit === undefined) return;
    this.#visit.leave();
    this.#visit = undefined;
    this.#deps.onMatch(undefined);
  }
}
