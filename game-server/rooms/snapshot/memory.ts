import { z } from "zod";
import { fromPlain, type Plain, toPlain } from "./plain.ts";

/** What a part of a room remembers, for a snapshot. */
export interface Memory {
  /** All of it as JSON can hold it. Times are ticks of the world or durations: another machine has another clock. */
  save(): Plain;
  /** Takes it over; to be called once, before anything happens in the room. @throws Error that says which field is broken */
  load(saved: unknown, of: string): void;
}

/** A memory of this form: `save` gives it as it is, `load` takes it back. */
export function memoryOf<Kept>(
  schema: z.ZodType<Kept>,
  save: () => unknown,
  load: (kept: Kept, of: string) => void,
): Memory {
  return {
    save: () => toPlain(save()),
    load: (saved, of) => load(fromPlain(schema, saved, of), of),
  };
}

/** Of a part that remembers nothing: it knows all by the world, by the seats and by what the room was created with. */
export const NO_MEMORY: Memory = memoryOf(
  z.null(),
  () => null,
  () => {},
);
