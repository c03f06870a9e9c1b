import type { ArenaState } from "#shared/state/arena-state.ts";
import {
  FINGERPRINT_EVERY,
  type Fingerprint,
  fingerprintOwn,
  fingerprintRoom,
  fingerprintSeen,
  type RoomPrint,
} from "#shared/state/fingerprint.ts";

const ROOM_PARTS = [
  ["match", "its match differs"],
  ["seats", "its seats differ"],
  ["things", "its things differ"],
] as const satisfies readonly (readonly [keyof RoomPrint, string])[];

/** What a client decoded of a state at one tick. */
export interface ClientPrint {
  /** Code of its room. */
  readonly code: string;
  readonly client: number;
  readonly selfId: string;
  readonly tick: number;
  readonly room: RoomPrint;
  readonly players: ReadonlyMap<string, number>;
  /** Of what only the own page gets; undefined when the own player is not there. */
  readonly own: number | undefined;
}

/** A print with where its client was connected. */
export interface PlacedPrint extends ClientPrint {
  /** Address of the process that has sent the state. */
  readonly place: string;
  /** The client has come there with its room. */
  readonly hasMoved: boolean;
}

/** The print of a state, when its tick is one of those that the server takes down. */
export function takePrint(
  client: number,
  code: string,
  selfId: string,
  state: ArenaState,
): ClientPrint | undefined {
  if (state.tick === 0 || state.tick % FINGERPRINT_EVERY !== 0) return undefined;
  const players = new Map<string, number>();
  for (const [id, player] of state.players) players.set(id, fingerprintSeen(player));
  const self = state.players.get(selfId);
  return {
    client,
    code,
    selfId,
    tick: state.tick,
    room: fingerprintRoom(state),
    players,
    own: self === undefined ? undefined : fingerprintOwn(self),
  };
}

/** In what a client's state differs from the server's of the same tick; empty when they are equal. */
export function differences(theirs: Fingerprint, mine: ClientPrint): string[] {
  const found: string[] = [];
  const who = `client ${mine.client} at tick ${mine.tick}`;
  for (const [part, words] of ROOM_PARTS) {
    if (theirs.room[part] !== mine.room[part]) found.push(`${who}: ${words}`);
  }
  const inSight = new Set(idsInSight(theirs, mine.selfId));
  for (const [id, player] of Object.entries(theirs.players)) {
    if (!inSight.has(id)) continue;
    const seen = mine.players.get(id);
    if (seen === undefined) found.push(`${who}: a player is missing`);
    else if (seen !== player.seen)
      found.push(`${who}: ${id === mine.selfId ? "it sees itself" : "it sees somebody"} otherwise`);
    if (id === mine.selfId && mine.own !== player.own) found.push(`${who}: its own body differs`);
  }
  for (const id of mine.players.keys()) {
    if (theirs.players[id] === undefined) found.push(`${who}: there is a player too many`);
    else if (!inSight.has(id)) found.push(`${who}: it is shown somebody whom it must not see`);
  }
  return found;
}

/** Who is in the state that a client ought to have: on huge arenas those who are shown to it, and itself. */
function idsInSight({ players, shown }: Fingerprint, selfId: string): readonly string[] {
  return shown === undefined ? Object.keys(players) : [selfId, ...(shown[selfId] ?? [])];
}
