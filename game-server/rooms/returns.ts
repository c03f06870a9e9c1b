import { forgetHeldBack, type HeldBack, hasConfirmed } from "#colyseus/server/confirmation.ts";

/**
 * Keeps a way back for players whose return was not heard. A connection that comes back gets a new token in the answer,
 * and that answer may be lost with the connection: then the page has only the token before. Colyseus would not know that
 * one any more, and would keep no seat for a connection that never said that it is in.
 */
export class Returns {
  /** By session: the last token that the page is sure to have. */
  readonly #tokens = new Map<string, string>();

  /** To be called when a connection is lost, before a seat is kept for it. */
  dropped(client: HeldBack): void {
    const known = this.#tokens.get(client.sessionId);
    if (hasConfirmed(client)) this.#tokens.set(client.sessionId, client.reconnectionToken);
    else if (known !== undefined) {
      client.reconnectionToken = known;
      forgetHeldBack(client);
    }
  }

  /** To be called before a token is looked up among the connections: those whose page may know no other have it again. */
  recall(token: string | undefined, clients: Iterable<HeldBack>): void {
    if (token === undefined) return;
    for (const client of clients) {
      if (this.#tokens.get(client.sessionId) === token && !hasConfirmed(client))
        client.reconnectionToken = token;
    }
  }

  /** The tokens of which the page of a connection knows one; the likeliest first. */
  tokensOf(client: HeldBack): string[] {
    const known = this.#tokens.get(client.sessionId);
    const isSure = hasConfirmed(client) || known === undefined || known === client.reconnectionToken;
    return isSure ? [client.reconnectionToken] : [client.reconnectionToken, known];
  }

  /** The page of somebody from a saved room knows this token. */
  restore(id: string, token: string): void {
    this.#tokens.set(id, token);
  }

  forget(id: string): void {
    this.#tokens.delete(id);
  }
}
