import {
  $changes,
  type ChangeTree,
  type Encoder,
  encode,
  encodeSchemaOperation,
  type Schema,
} from "@colyseus/schema";
import { refIdOf } from "./ids.ts";

/** Says that the fields of another object follow; its number comes next. */
const SWITCH_TO_STRUCTURE = 255;

interface Writing {
  readonly encoder: Encoder;
  readonly bytes: Uint8Array;
  readonly it: { offset: number };
  readonly tree: ChangeTree;
  readonly refId: number;
  /** Which fields are written: those with a view tag, or those without. */
  readonly tagged: boolean;
  /** Whether the object has been named. */
  isNamed: boolean;
}

/** Whether anything of an object has changed since the last patch. */
export function hasChanged(object: Schema): boolean {
  return object[$changes]?.changesNode !== undefined;
}

/**
 * Writes what has changed of an object since the last patch, as the encoder would for a view: of its fields those with a
 * view tag, or those without. Returns where it ends. `isNamed`: what stands before `offset` is of the same object. All
 * fields have to be numbers and the like; what is beyond the end of `bytes` is lost, and the returned offset tells.
 */
export function writeChanged(
  encoder: Encoder,
  object: Schema,
  bytes: Uint8Array,
  offset: number,
  { tagged, isNamed }: { tagged: boolean; isNamed: boolean },
): number {
  const tree: ChangeTree | undefined = object[$changes];
  const refId = refIdOf(object);
  if (tree === undefined || refId === undefined) return offset;
  const it = { offset };
  tree.forEachWithCtx<Writing>({ encoder, bytes, it, tree, refId, tagged, isNamed }, writeField);
  return it.offset;
}

function writeField(writing: Writing, index: number, operation: number): void {
  const { encoder, bytes, it, tree, tagged } = writing;
  if ((tree.encDescriptor.tags[index] !== undefined) !== tagged) return;
  if (!writing.isNamed) {
    writing.isNamed = true;
    bytes[it.offset++] = SWITCH_TO_STRUCTURE;
    encode.number(bytes, writing.refId, it);
  }
  encodeSchemaOperation(encoder, bytes, tree, index, operation, it, false, true);
}
