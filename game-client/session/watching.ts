import type { Hands } from "#player/netcode/hands.ts";
import type { Match } from "#player/netcode/match.ts";
import { createGaze, type Gaze } from "#player/netcode/match-view.ts";
import type { RoomSession } from "#player/room-session.ts";
import { packLook, unpackLook } from "#shared/look.ts";
import { isHuge } from "#shared/simulation/modes/suits.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { Stores } from "./stores/stores.ts";
import type { WayToSeat } from "./stores/watching.ts";
import { followable, inOrder, whomToFollow } from "./whom-to-follow.ts";

/** A stick, or a pair of keys, says "next" from this deflection on (0..1). */
const LEANS = 0.5;

/** The room in which somebody watches. */
type WatchedRoom = Pick<RoomSession, "id" | "give" | "onBack">;
type WatchedMatch = Pick<Match, "arena" | "gaze" | "self" | "state">;

/** What somebody without a character looks at: whom they follow, or where their camera flies. */
export class Watching {
  readonly #stores: Pick<Stores, "watching" | "standings">;
  readonly #gaze: Gaze = createGaze();
  #room: WatchedRoom | undefined;
  /** Whom one could follow by the newest state. */
  #order: readonly string[] = [];
  #mode: Gaze["mode"] = "follow";
  /** Whether the server has to be told whom one follows, and whom it was told last. */
  #tells = false;
  #told = "";
  /** Where a stick, or a pair of keys, leaned when it was last looked; undefined before. */
  #leaned: number | undefined;

  constructor(stores: Pick<Stores, "watching" | "standings">) {
    this.#stores = stores;
  }

  /** Begins in a room: with whoever is ahead in it. */
  begin(room: WatchedRoom): void {
    this.#order = [];
    this.#gaze.followed = "";
    this.#leaned = undefined;
    this.show("follow");
    this.goOn(room);
  }

  /** Goes on in the same room, which another process has by now. */
  goOn(room: WatchedRoom): void {
    this.#room = room;
    this.#told = "";
    room.onBack(() => {
      this.#told = "";
    });
  }

  /** After a patch, which the score table knows already. */
  patch(match: WatchedMatch): void {
    const room = this.#room;
    if (room === undefined) return;
    match.gaze = this.#gaze;
    const { state } = match;
    const { isOn, isOut, role, count, way } = this.#stores.watching;
    const seat = state.seats.get(room.id);
    role.value = seat?.role === "spectator" ? "spectator" : "player";
    isOut.value = state.phase === "playing" && role.value === "player" && seat?.lives === 0;
    // One sees oneself fall to the end.
    this.#gaze.isOut = isOut.value && (match.self?.fall ?? 1) >= 1;
    isOn.value = state.phase !== "lobby" && (!state.players.has(room.id) || this.#gaze.isOut);
    count.value = watchersOf(state);
    const next = wayToSeat(state, seat?.queued ?? 0);
    if (!sameWay(way.value, next)) way.value = next;
    this.#tells = isOn.value && isHuge(match.arena);
    const order = followable(state, room.id, !isHuge(match.arena));
    const { scores } = this.#stores.standings;
    this.#gaze.followed = whomToFollow(this.#gaze.followed, this.#order, order, scores.value);
    this.#order = order;
    this.#tell(state);
  }

  /** Takes in what the hands do with keys and sticks: it steers the free camera, else it goes to the next or the previous one. */
  steer(hands: Hands): void {
    // Also takes in the buttons of a gamepad, which say nothing by themselves.
    const { moveX, moveY } = hands.sample();
    const isFree = this.#mode === "free";
    this.#gaze.moveX = isFree ? moveX : 0;
    this.#gaze.moveY = isFree ? moveY : 0;
    const leans = moveX >= LEANS ? 1 : moveX <= -LEANS ? -1 : 0;
    if (!isFree && leans !== 0 && this.#leaned === 0) this.next(leans);
    this.#leaned = leans;
  }

  /** The hands are at something else: what they hold when they come back is no new wish. */
  rest(): void {
    this.#leaned = undefined;
  }

  /** Follows whoever comes so many places after the one whom one follows. */
  next(by: 1 | -1): void {
    this.follow(inOrder(this.#order, this.#gaze.followed, by));
  }

  /** Follows somebody. */
  follow(id: string): void {
    if (!this.#order.includes(id)) return;
    this.#gaze.followed = id;
    this.show("follow");
  }

  /** Looks in this way from now on. */
  show(mode: Gaze["mode"]): void {
    this.#mode = mode;
    this.#gaze.mode = mode;
    this.#stores.watching.mode.value = mode;
  }

  /** Moves the free camera as the picture is dragged (CSS pixels); whoever drags it, flies. */
  drag(byX: number, byY: number): void {
    if (this.#mode !== "free") this.show("free");
    this.#gaze.dragX += byX;
    this.#gaze.dragY += byY;
  }

  /** The room is left. */
  end(): void {
    this.#room = undefined;
    const { isOn, isOut, count, followed, role } = this.#stores.watching;
    isOn.value = false;
    isOut.value = false;
    this.#gaze.isOut = false;
    count.value = 0;
    role.value = "player";
    followed.value = undefined;
  }

  /** Tells the page whom one follows, and the server where it has to know. */
  #tell({ seats }: ArenaState): void {
    const id = this.#gaze.followed;
    this.#gaze.mode = id === "" && this.#mode === "follow" ? "all" : this.#mode;
    const { followed } = this.#stores.watching;
    const seat = seats.get(id);
    const known = followed.value;
    if (seat === undefined) followed.value = undefined;
    else if (known?.id !== id || known.name !== seat.name || packLook(known.look) !== seat.look)
      followed.value = { id, name: seat.name, look: unpackLook(seat.look) };
    if (!this.#tells || this.#told === id) return;
    this.#told = id;
    this.#room?.give("follow", { id });
  }
}

function watchersOf({ seats }: ArenaState): number {
  let count = 0;
  seats.forEach(({ role }) => {
    if (role === "spectator") count += 1;
  });
  return count;
}

/** Bots give way: only people take seats. */
function wayToSeat({ seats, maxPlayers }: ArenaState, place: number): WayToSeat {
  if (place > 0) return { kind: "inLine", place };
  let people = 0;
  seats.forEach(({ role, bot }) => {
    if (role === "player" && !bot) people += 1;
  });
  return { kind: people < maxPlayers ? "free" : "taken" };
}

function sameWay(a: WayToSeat, b: WayToSeat): boolean {
  return a.kind === b.kind && (a.kind !== "inLine" || b.kind !== "inLine" || a.place === b.place);
}
