import { type Client, ClientState, SchemaSerializer } from "@colyseus/core";
import type { Schema, StateView } from "@colyseus/schema";
import { PatchFrames, type Timing } from "./patch-frames.ts";

const NOTHING = new Uint8Array(0);

/** How many inputs of a player are in the state: what a patch acknowledges. */
export type AckOf = (sessionId: string) => number;

/**
 * Sends patches without encoding anything twice: the base class asks each client's view about every character, which is
 * quadratic in their number, although a view is known to hold little more than the private side of its own character.
 * Frames are those of the base class, byte for byte as far as a client can tell.
 */
export abstract class PatchSerializer<State extends Schema> extends SchemaSerializer<State> {
  readonly #ackOf: AckOf;
  readonly #frames = new PatchFrames();

  constructor(ackOf: AckOf) {
    super();
    this.#ackOf = ackOf;
  }

  /** Whether anything of the state has changed since the last patch. */
  get hasChanges(): boolean {
    return this.encoder.hasChanges;
  }

  override applyPatches(clients: Client[], state?: unknown, timing?: Timing): boolean {
    const { encoder } = this;
    // Not `filter`: the clients of a room are no plain array, and it makes another one of their kind, eight times slower.
    const there: Client[] = [];
    for (const client of clients) if (client.state === ClientState.JOINED) there.push(client);
    if (there.length === 0 || !encoder.hasChanges) return super.applyPatches(clients, state, timing);
    this.needFullEncode = true;
    const all = encoder.encode({ offset: 0 });
    const queue = encoder.root.changes;
    // The encoder walks its list of changed objects for each view: what a client gets of them is put together here.
    encoder.root.changes = { nextPosition: 0 };
    this.#frames.at(timing);
    this.compose(encoder.state, there, all);
    encoder.root.changes = queue;
    encoder.discardChanges();
    return true;
  }

  /** Sends each client its patch, by `begin` and `send`. `all` is what everybody gets; it is good until then. */
  protected abstract compose(state: State, clients: readonly Client[], all: Uint8Array): void;

  /** What comes into a view and goes out of it; good until the next patch. */
  protected comings(view: StateView, after: Uint8Array): Uint8Array {
    if (view.changes.size === 0) return NOTHING;
    return this.encoder.encodeView(view, 0, { offset: after.length });
  }

  /** Begins the patch of a client, which has at most so many bytes. */
  protected begin({ sessionId }: Client, atMost: number): PatchFrames {
    this.#frames.begin(atMost, this.#ackOf(sessionId));
    return this.#frames;
  }

  protected send(client: Client): void {
    client.raw(this.#frames.end());
  }
}
