import { BOT_SKILLS, type BotSkill } from "#shared/bot-skills.ts";
import { packLook, unpackLook } from "#shared/look.ts";
import { PICKUP_NAMES, type PickupName } from "#shared/simulation/pickups/table.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { Seat } from "#shared/state/seat-state.ts";
import { hasTeams, NO_TEAM } from "#shared/state/seat-team.ts";
import { sameFields } from "./same-fields.ts";
import type { Guest, LobbyStore, Plan, Proposal } from "./stores/lobby.ts";
import type { RematchVote } from "./stores/standings.ts";

/** Keeps the signals of the lobby in step with a room. A signal changes only when what it says does. */
export class LobbyWriter {
  readonly #lobby: LobbyStore;
  readonly #selfId: string;

  constructor(lobby: LobbyStore, selfId: string) {
    this.#lobby = lobby;
    this.#selfId = selfId;
  }

  /** After a patch. */
  patch(state: ArenaState): void {
    const { host, plan, proposals, locked, gathers, waits } = this.#lobby;
    const hostSeat = state.seats.get(state.hostId);
    const nextHost = hostSeat && { name: hostSeat.name, self: state.hostId === this.#selfId };
    if (nextHost?.name !== host.value?.name || nextHost?.self !== host.value?.self) host.value = nextHost;
    const nextPlan = planOf(state, plan.peek());
    if (!sameFields(plan.value, nextPlan)) plan.value = nextPlan;
    const next = proposalsOf(state, this.#selfId);
    if (!sameList(proposals.value, next)) proposals.value = next;
    locked.value = state.locked;
    gathers.value = state.hasLobby;
    waits.value = state.phase === "playing" && isWaiting(state, this.#selfId);
    this.#tellGuests(state);
  }

  #tellGuests(state: ArenaState): void {
    const { seats, hostId } = state;
    const { guests } = this.#lobby;
    const inTeams = hasTeams(state);
    const known = guests.value;
    let index = 0;
    let same = known.length === seats.size;
    seats.forEach((seat, id) => {
      const guest = known[index++];
      same &&=
        guest?.id === id &&
        guest.host === (id === hostId) &&
        guest.team === sideOf(inTeams, seat) &&
        shows(guest, seat);
    });
    if (same) return;
    guests.value = [...seats.entries()].map(([id, seat]) => ({
      id,
      name: seat.name,
      look: unpackLook(seat.look),
      bot: seat.bot,
      self: id === this.#selfId,
      host: id === hostId,
      connected: seat.connected,
      away: seat.away,
      muted: seat.muted,
      ready: seat.ready,
      watching: seat.role === "spectator",
      team: sideOf(inTeams, seat),
    }));
  }
}

/** Who of a room has said that they want to go on: bots, who watches, who is away and cut lines are not asked. */
export function readiness(seats: ArenaState["seats"], selfId: string): RematchVote {
  let [ready, of] = [0, 0];
  seats.forEach((seat) => {
    if (seat.bot || !seat.connected || seat.away || seat.role !== "player") return;
    of += 1;
    if (seat.ready) ready += 1;
  });
  return { ready, of, mine: seats.get(selfId)?.ready ?? false };
}

/** The choices of a vote with their votes; a choice that is none of "mode:arena" is left out. */
export function proposalsOf({ choices, seats }: ArenaState, selfId: string): Proposal[] {
  if (choices.length === 0) return [];
  const votes = new Map<number, number>();
  for (const { vote } of seats.values()) votes.set(vote, (votes.get(vote) ?? 0) + 1);
  const mine = seats.get(selfId)?.vote ?? 0;
  return [...choices].flatMap((choice, index) => {
    const [mode, arena] = choice.split(":");
    if (mode === undefined || arena === undefined) return [];
    return [{ mode, arena, votes: votes.get(index + 1) ?? 0, mine: mine === index + 1 }];
  });
}

/** What is played next: what the votes say so far, else the same again. */
function planOf(state: ArenaState, before: Plan): Plan {
  const { next, timeLimit, bots, botSkill, maxPlayers } = state;
  const pickupsOff = namesIn(state.pickupsOff, before.pickupsOff);
  const [mode = state.mode, arena = state.arena] = next === "" ? [] : next.split(":");
  return { arena, mode, timeLimit, bots, botSkill: skillOf(botSkill), maxPlayers, pickupsOff };
}

/** What a state says of the skill of bots; what this page does not know is taken for normal. */
function skillOf(said: string): BotSkill {
  return BOT_SKILLS.find((skill) => skill === said) ?? "normal";
}

function sideOf(inTeams: boolean, seat: Seat): number {
  return inTeams && seat.role === "player" ? seat.team : NO_TEAM;
}

function isWaiting({ seats, players }: ArenaState, id: string): boolean {
  return seats.get(id)?.role === "player" && !players.has(id);
}

function shows(guest: Guest, seat: Seat): boolean {
  return (
    guest.name === seat.name &&
    packLook(guest.look) === seat.look &&
    guest.bot === seat.bot &&
    guest.connected === seat.connected &&
    guest.muted === seat.muted &&
    guest.ready === seat.ready &&
    guest.watching === (seat.role === "spectator") &&
    guest.away === seat.away
  );
}

function sameList<T extends object>(a: readonly T[], b: readonly T[]): boolean {
  return (
    a.length === b.length &&
    a.every((each, i) => {
      const other = b[i];
      return other !== undefined && sameFields(each, other);
    })
  );
}

/** The pickups that a text names, which a page of another day may not know; the same list again while they are the same. */
function namesIn(text: string, before: readonly PickupName[]): readonly PickupName[] {
  // As a room has them that leaves none out, in every patch.
  if (text === "" && before.length === 0) return before;
  const names = text.split(",");
  const known = PICKUP_NAMES.filter((name) => names.includes(name));
  return known.join() === before.join() ? before : known;
}
