import type { Client, ClientPrivate } from "@colyseus/core";

/** Colyseus holds back what a page is told until it has confirmed that it is in. */
type Connection = Client & Pick<ClientPrivate, "_enqueuedMessages">;

/**
 * Keeps a way back for players whose return was not heard. A connection that comes back gets a new token in the answer,
 * and that answer may be lost with the connection: then the page has only the token before. Colyseus would not know that
 * one any more, and would keep no seat for a connection that never said that it is in.
 */
export class Returns {
  /** By session: the last token that the page is sure to have. */
  readonly #tokens = new Map<string, string>();

  /** To be called when a connection is lost, before a seat is kept for it. */
  dropped(client: Connection): void {
    const known = this.#tokens.get(client.sessionId);
    if (isHeard(client)) this.#tokens.set(client.sessionId, client.reconnectionToken);
    else if (known !== undefined) {
      client.reconnectionToken = known;
      delete client._enqueuedMessages;
    }
  }

  /** To be called before a token is looked up among the connections: those whose page may know no other have it again. */
  recall(token: string | undefined, clients: Iterable<Connection>): void {
    if (token === undefined) return;
    for (const client of clients) {
      if (this.#tokens.get(client.sessionId) === token && !isHeard(client)) client.reconnectionToken = token;
    }
  }

  forget(id: string): void {
    this.#tokens.delete(id);
  }
}

/** Whether the page has confirmed that it is in. */
function isHeard(client: Connection): boolean {
  return client._enqueuedMessages === undefined;
}
