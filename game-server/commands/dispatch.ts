import type { Client, Room } from "@colyseus/core";
import { type RefusedMessage, ServerMessage } from "#shared/messages.ts";
import { refusal } from "#shared/refusals/refusal.ts";
import type { Seat } from "#shared/state/seat-state.ts";
import { Allowance } from "#transports/limits/allowance.ts";
import type { AnyCommand, CommandGivers, CommandRoom, CommandTable, Sender } from "./command.ts";

/** How often a sender is told that they give a command too often, whichever it is. */
const WARNINGS_PER_SECOND = 1;

/** Takes the commands of a room: looks who may give them and how often, does them and sends the answers. */
export class Dispatch {
  readonly #table: CommandTable;
  readonly #room: CommandRoom;
  readonly #seatOf: (id: string) => Seat | undefined;
  readonly #now: () => number;
  /** What is left of the rates, by sender and then by name. */
  readonly #allowances = new Map<string, Map<string, Allowance>>();
  /** By sender: how often they may still be told that something was too often. */
  readonly #warnings = new Map<string, Allowance>();

  constructor(
    table: CommandTable,
    room: CommandRoom,
    seatOf: (id: string) => Seat | undefined,
    now: () => number = () => performance.now(),
  ) {
    this.#table = table;
    this.#room = room;
    this.#seatOf = seatOf;
    this.#now = now;
  }

  /** Takes the commands that come to a room. */
  listen(room: Pick<Room, "onMessage">): void {
    for (const name of Object.keys(this.#table)) {
      room.onMessage(name, (client, payload) => this.give(name, client, payload));
    }
  }

  /**
   * Does a command. Whoever may not give it now is told why; what is no command, comes with another payload, or too often where
   * the command has no word for that, is left alone.
   */
  give(name: string, client: Pick<Client, "sessionId" | "send">, payload: unknown): void {
    const command = Object.hasOwn(this.#table, name) ? this.#table[name] : undefined;
    const id = client.sessionId;
    const seat = this.#seatOf(id);
    if (command === undefined || seat === undefined) return;
    if (!this.#allowance(id, name, command).take(this.#now())) {
      // A flood may not come back as one.
      if (command.tooOften !== undefined && this.#mayBeWarned(id)) refuse(client, name, command.tooOften);
      return;
    }
    const parsed = command.payload.safeParse(payload);
    if (!parsed.success) return;
    const sender: Sender = { id, seat };
    const why = this.#refuseGiver(command.by, id) ?? command.refuse?.(this.#room, sender, parsed.data);
    if (why !== undefined) {
      refuse(client, name, why);
      return;
    }
    if (command.bySelf !== true) this.#room.features.idle.noticed(id);
    const answer = command.run(this.#room, sender, parsed.data);
    if (answer !== undefined) client.send(name, answer);
  }

  #refuseGiver(by: CommandGivers, id: string): string | undefined {
    const { features, world } = this.#room;
    if (by === "host" && !features.host.is(id)) return refusal("host_only");
    return by === "player" && !world.players.has(id) ? refusal("players_only") : undefined;
  }

  /** Somebody has left for good. */
  forget(id: string): void {
    this.#allowances.delete(id);
    this.#warnings.delete(id);
  }

  #mayBeWarned(id: string): boolean {
    const allowance = this.#warnings.get(id) ?? new Allowance(1, WARNINGS_PER_SECOND, this.#now());
    this.#warnings.set(id, allowance);
    return allowance.take(this.#now());
  }

  #allowance(id: string, name: string, { rate }: AnyCommand): Allowance {
    const mine = this.#allowances.get(id) ?? new Map<string, Allowance>();
    this.#allowances.set(id, mine);
    const allowance = mine.get(name) ?? new Allowance(rate.burst, rate.perSecond, this.#now());
    mine.set(name, allowance);
    return allowance;
  }
}

function refuse(client: Pick<Client, "send">, command: string, why: string): void {
  const message: RefusedMessage = { command, why };
  client.send(ServerMessage.Refused, message);
}
