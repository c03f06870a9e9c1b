import { type Client, ClientState, Protocol, ProtocolModifier, SchemaSerializer } from "@colyseus/core";
import { $changes, type ChangeTree, encode, type Schema, type StateView } from "@colyseus/schema";

/** Bytes in front of a patch: its kind; and in rooms with inputs the server's time (ms) and how many are in the state. */
const HEAD_BYTES = 1;
const TIMED_HEAD_BYTES = 9;
const NOTHING = new Uint8Array(0);

/** How many inputs of a player are in the state: what a patch acknowledges. */
export type AckOf = (sessionId: string) => number;

type Timing = Parameters<SchemaSerializer<Schema>["applyPatches"]>[2];

/**
 * Sends patches without encoding anything twice: the base class asks each client's view about every character, which is
 * quadratic in their number, although a view is known to hold little more than the private side of its own character.
 * Frames are those of the base class, byte for byte as far as a client can tell.
 */
export abstract class PatchSerializer<State extends Schema> extends SchemaSerializer<State> {
  readonly #ackOf: AckOf;

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
    const there = clients.filter((client) => client.state === ClientState.JOINED);
    if (there.length === 0 || !encoder.hasChanges) return super.applyPatches(clients, state, timing);
    this.needFullEncode = true;
    const all = encoder.encode({ offset: 0 });
    const queue = encoder.root.changes;
    this.compose(encoder.state, there, all, (client, parts) => {
      client.raw(frame(parts, timing, this.#ackOf(client.sessionId)));
    });
    encoder.root.changes = queue;
    encoder.discardChanges();
    return true;
  }

  /**
   * Sends each client its patch in parts: `all` is what everybody gets, which lies at the beginning of the encoder's
   * buffer. The encoder's list of changes is the implementation's to use.
   */
  protected abstract compose(
    state: State,
    clients: readonly Client[],
    all: Uint8Array,
    send: (client: Client, parts: readonly Uint8Array[]) => void,
  ): void;

  /**
   * What comes into a view and goes out of it, and what has changed of the one object as that view sees it. The bytes lie in
   * the encoder's buffer from `offset` on, until the next call.
   */
  protected seen(view: StateView, object: Schema | undefined, offset: number): Uint8Array {
    const { encoder } = this;
    const tree: ChangeTree | undefined = object?.[$changes];
    const changed = tree?.changesNode !== undefined;
    // The encoder walks its list of changed trees: for a moment there is only this one.
    encoder.root.changes = changed
      ? { next: { changeTree: tree, position: 0 }, nextPosition: 1 }
      : { nextPosition: 0 };
    if (view.changes.size > 0) return encoder.encodeView(view, 0, { offset });
    return changed ? encoder.encode({ offset }, view).subarray(offset) : NOTHING;
  }
}

/** Whether anything of an object has changed since the last patch. */
export function hasChanged(object: Schema): boolean {
  return object[$changes]?.changesNode !== undefined;
}

/** A patch in one piece, as the client expects it. */
function frame(parts: readonly Uint8Array[], timing: Timing, ack: number): Buffer {
  let length = timing === undefined ? HEAD_BYTES : TIMED_HEAD_BYTES;
  for (const part of parts) length += part.length;
  const bytes = Buffer.allocUnsafe(length);
  const it = { offset: 0 };
  if (timing === undefined) encode.uint8(bytes, Protocol.ROOM_STATE_PATCH, it);
  else {
    encode.uint8(bytes, Protocol.ROOM_STATE_PATCH | ProtocolModifier.TIMED, it);
    encode.uint32(bytes, timing.sNow >>> 0, it);
    encode.uint32(bytes, ack >>> 0, it);
  }
  let { offset } = it;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
