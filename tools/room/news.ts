import type { ArenaState } from "#shared/state/arena-state.ts";

/** What is looked at of a room's state. */
export type SeenState = Pick<ArenaState, "seats" | "phase" | "hostId" | "mode" | "winners">;

/** A person as they were when it was last looked. */
interface Seen {
  readonly name: string;
  readonly connected: boolean;
}

/** Makes lines of what changes in a room, from one state to the next. */
export class RoomNews {
  /** Session id of whoever looks: what they do is no news to them. */
  readonly #self: string;
  #people: Map<string, Seen> | undefined;
  #phase = "";
  #hostId = "";

  constructor(self: string) {
    this.#self = self;
  }

  /** What is new in this state, a line each. The first state is news only of who is in the room. */
  read(state: SeenState): string[] {
    const before = this.#people;
    const people = this.#peopleOf(state);
    this.#people = people;
    return [
      ...this.#comings(before ?? new Map(), people),
      ...this.#hostChange(state),
      ...this.#phaseChange(state),
    ];
  }

  #peopleOf({ seats }: SeenState): Map<string, Seen> {
    const people = new Map<string, Seen>();
    for (const [id, { name, bot, connected }] of seats)
      if (!bot && id !== this.#self) people.set(id, { name, connected });
    return people;
  }

  #comings(before: ReadonlyMap<string, Seen>, now: ReadonlyMap<string, Seen>): string[] {
    const lines: string[] = [];
    for (const [id, { name, connected }] of now) {
      const known = before.get(id);
      if (known === undefined) lines.push(`${name} has come in. ${counted(now.size)}.`);
      else if (known.name !== name) lines.push(`${known.name} is called ${name} now.`);
      else if (known.connected !== connected)
        lines.push(connected ? `${name} is back.` : `${name} has lost the connection.`);
    }
    for (const [id, { name }] of before)
      if (!now.has(id)) lines.push(`${name} has left. ${counted(now.size)}.`);
    return lines;
  }

  #hostChange({ hostId, seats }: SeenState): string[] {
    const before = this.#hostId;
    this.#hostId = hostId;
    if (before === hostId || before === "" || hostId === "") return [];
    return [
      hostId === this.#self ? "You are host now." : `${seats.get(hostId)?.name ?? "Somebody"} is host now.`,
    ];
  }

  #phaseChange({ phase, winners, seats }: SeenState): string[] {
    const before = this.#phase;
    if (before === phase) return [];
    this.#phase = phase;
    if (before === "") return [];
    switch (phase) {
      case "countdown":
        return ["A match is about to begin."];
      case "playing":
        return ["The match has begun."];
      case "results": {
        const names = [...winners].map((id) => seats.get(id)?.name).filter((name) => name !== undefined);
        return [
          names.length === 0
            ? "The match is over: nobody won."
            : `The match is over. Winner: ${names.join(", ")}.`,
        ];
      }
      case "lobby":
        return ["Everybody is in the lobby."];
      default:
        return [];
    }
  }
}

function counted(people: number): string {
  return people === 1 ? "1 person is in the room" : `${people} people are in the room`;
}
