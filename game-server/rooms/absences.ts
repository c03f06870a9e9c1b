import { randomUUID } from "node:crypto";
import type { Client, Room } from "@colyseus/core";
import { absentClient, allowAnyToken } from "#colyseus/server/absent-clients.ts";
import { type HeldBack, hasConfirmed } from "#colyseus/server/confirmation.ts";
import { MATCH } from "#shared/tunables.ts";
import { Returns } from "./returns.ts";

/** Somebody whose line is cut. */
interface Absence {
  readonly client: Client;
  /** With any of these they may come back. */
  readonly tokens: readonly string[];
  readonly giveUp: () => void;
}

/** The seats that a room keeps for people whose lines are cut, and how they come back to them. */
export class Absences {
  readonly #room: Room;
  readonly #returns = new Returns();
  /** By session. */
  readonly #awaited = new Map<string, Absence>();
  /** Those whose pages have the state of another process, if any. */
  readonly #fromElsewhere = new Set<string>();

  constructor(room: Room) {
    this.#room = room;
  }

  /** To be called before a token is looked up among the connections. */
  recall(token: string | undefined): void {
    this.#returns.recall(token, this.#room.clients);
  }

  /** Keeps the seat of a connection that is lost. */
  keep(client: Client & HeldBack): void {
    const { sessionId: id } = client;
    if (hasConfirmed(client)) this.#fromElsewhere.delete(id);
    this.#returns.dropped(client);
    // Not awaited: that would keep a kicked client's socket open. It rejects when nobody came back.
    const awaited = this.#room.allowReconnection(client, MATCH.reconnectGrace);
    const tokens = [client.reconnectionToken];
    this.#awaited.set(id, { client, tokens, giveUp: () => awaited.reject?.(new Error("expelled")) });
    awaited.catch(() => {});
  }

  /** Keeps the seat of somebody who was in another process. `gone` is called when they do not come back in time. */
  keepFromElsewhere(id: string, tokens: readonly string[], gone: (client: Client) => void): void {
    // Whoever has none cannot come back; their session is known to everybody.
    const [token = randomUUID()] = tokens;
    const client = absentClient(id, token);
    this.#returns.restore(id, token);
    this.#fromElsewhere.add(id);
    const awaited = allowAnyToken(this.#room, client, tokens, MATCH.reconnectGrace);
    this.#awaited.set(id, { client, tokens, giveUp: () => awaited.reject?.(new Error("expelled")) });
    awaited.then(
      () => {},
      () => gone(client),
    );
  }

  /** The connection that somebody had whose line is cut. */
  clientOf(id: string): Client | undefined {
    return this.#awaited.get(id)?.client;
  }

  /** With what somebody can come back to their seat. */
  tokensOf(id: string): readonly string[] {
    const client = this.#room.clients.get(id);
    return client === undefined ? (this.#awaited.get(id)?.tokens ?? []) : this.#returns.tokensOf(client);
  }

  /** Whether the page of somebody who comes back may go on with the state that it has, and be told what has changed. */
  mayContinue(id: string): boolean {
    if (!this.#fromElsewhere.has(id)) return true;
    const client = this.#room.clients.get(id);
    return client !== undefined && hasConfirmed(client);
  }

  /** Keeps a seat no longer. */
  giveUp(id: string): void {
    this.#awaited.get(id)?.giveUp();
  }

  /** Somebody is back. */
  over(id: string): void {
    this.#awaited.delete(id);
  }

  /** Somebody has gone for good. */
  forget(id: string): void {
    this.#awaited.delete(id);
    this.#fromElsewhere.delete(id);
    this.#returns.forget(id);
  }
}
