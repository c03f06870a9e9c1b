import type { Encoder } from "@colyseus/schema";
import { writeChanged } from "#colyseus/server/changed-fields.ts";
import type { PatchFrames } from "#colyseus/server/patch-frames.ts";
import type { PlayerState } from "#shared/state/player-state.ts";

/** More (bytes) than all fields of a character take. */
const MOST_BYTES = 512;

/** What has changed of each character since the last patch, as bytes side by side: the public part, then the private one. */
export class Pieces {
  #bytes = new Uint8Array(64 * MOST_BYTES);
  #end = 0;
  /** The next three are by piece. */
  readonly #starts: number[] = [];
  readonly #publicEnds: number[] = [];
  readonly #ends: number[] = [];
  /** Pieces of characters that others may be shown, and their slots. */
  readonly #shown: number[] = [];
  readonly #slots: number[] = [];
  #pieceOf = new Map<string, number>();

  /** Bytes of all pieces together. */
  get length(): number {
    return this.#end;
  }

  clear(): void {
    this.#end = 0;
    for (const list of [this.#starts, this.#publicEnds, this.#ends, this.#shown, this.#slots])
      list.length = 0;
    // Not cleared: the table of a cleared map refers to the next one, which then lives as long as it.
    this.#pieceOf = new Map();
  }

  /** Adds what has changed of a character. */
  write(encoder: Encoder, id: string, slot: number | undefined, replica: PlayerState): void {
    const start = this.#end;
    this.#makeRoom(start + MOST_BYTES);
    const bytes = this.#bytes;
    const publicEnd = writeChanged(encoder, replica, bytes, start, { tagged: false, isNamed: false });
    const isNamed = publicEnd > start;
    const end = writeChanged(encoder, replica, bytes, publicEnd, { tagged: true, isNamed });
    const piece = this.#ends.length;
    this.#starts.push(start);
    this.#publicEnds.push(publicEnd);
    this.#ends.push(end);
    this.#pieceOf.set(id, piece);
    this.#end = end;
    if (slot === undefined || !isNamed) return;
    this.#shown.push(piece);
    this.#slots.push(slot);
  }

  /** Adds to a patch what has changed of somebody's own character, the private part as well. */
  addOwn(patch: PatchFrames, id: string): void {
    const piece = this.#pieceOf.get(id);
    if (piece !== undefined) patch.add(this.#bytes, this.#starts[piece] ?? 0, this.#ends[piece] ?? 0);
  }

  /** Adds to a patch the public part of all whose slot has a 1. */
  addShown(patch: PatchFrames, slots: Uint8Array): void {
    const bytes = this.#bytes;
    const shown = this.#shown;
    const slotOf = this.#slots;
    for (let i = 0; i < shown.length; i++) {
      if (slots[slotOf[i] ?? 0] !== 1) continue;
      const piece = shown[i] ?? 0;
      patch.add(bytes, this.#starts[piece] ?? 0, this.#publicEnds[piece] ?? 0);
    }
  }

  #makeRoom(length: number): void {
    if (length <= this.#bytes.length) return;
    const bytes = new Uint8Array(2 * length);
    bytes.set(this.#bytes);
    this.#bytes = bytes;
  }
}
