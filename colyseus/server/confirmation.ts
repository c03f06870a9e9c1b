import { type Client, type ClientPrivate, ClientState } from "@colyseus/core";

/** A connection for which Colyseus holds back what its page is told until the page has confirmed that it is in. */
export type HeldBack = Client & Pick<ClientPrivate, "_enqueuedMessages">;

/** Whether the page of a connection has confirmed that it is in. */
export function hasConfirmed(client: HeldBack): boolean {
  return client._enqueuedMessages === undefined;
}

/** Messages that are held back for a connection. */
export function heldBack(client: HeldBack): number {
  return client._enqueuedMessages?.length ?? 0;
}

/** Forgets what is held back for a connection, which then counts as confirmed: Colyseus keeps a seat only for those. */
export function forgetHeldBack(client: HeldBack): void {
  delete client._enqueuedMessages;
}

/** Whether a connection has its seat, and has not said that it is in. */
export function isJoining(client: Client): boolean {
  return client.state === ClientState.JOINING;
}
