import { z } from "zod";

/** What JSON can hold. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * A copy of a value as JSON can hold it: maps are lists of pairs, sets and arrays of numbers are lists, undefined is null.
 * @throws Error for what has no such form: a function, say.
 */
export function toPlain(value: unknown): Plain {
  if (value === undefined || value === null) return null;
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map(toPlain);
  if (value instanceof Map || value instanceof Set || ArrayBuffer.isView(value)) {
    return Array.from(value as unknown as Iterable<unknown>, toPlain);
  }
  if (typeof value !== "object") throw new Error(`A ${typeof value} cannot be saved.`);
  const copy: Record<string, Plain> = {};
  for (const [name, one] of Object.entries(value)) copy[name] = toPlain(one);
  return copy;
}

/**
 * Reads what was saved.
 * @throws Error that says which field is not as it should be, and of what.
 */
export function fromPlain<Value>(schema: z.ZodType<Value>, saved: unknown, of: string): Value {
  const result = schema.safeParse(saved);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = [of, ...(issue?.path ?? [])].map(String).join(".");
  throw new Error(`The snapshot of a room is broken at "${field}": ${issue?.message}`);
}

/** A form of objects, and how one of them is a list of its values: the names would be most of what is saved. */
export interface Row<Shape extends z.ZodRawShape> {
  readonly form: z.ZodType<z.output<z.ZodObject<Shape, z.core.$strict>>>;
  /** The values of an object in the order of the shape. */
  save(value: { readonly [Name in keyof Shape]: unknown }): Plain;
}

/** Objects of this shape, each saved as a list of its values. What is wrong with one is told by the name of its field. */
export function rowOf<Shape extends z.ZodRawShape>(shape: Shape): Row<Shape> {
  const names = Object.keys(shape) as readonly (keyof Shape & string)[];
  const named = (values: unknown): unknown =>
    Array.isArray(values) && values.length === names.length
      ? Object.fromEntries(names.map((name, place) => [name, values[place]]))
      : undefined;
  return {
    form: z.preprocess(named, z.strictObject(shape)),
    save: (value) => names.map((name) => toPlain(value[name])),
  };
}

/** 0, 1, 2, … */
export const count = z.int().min(0);

/** What is undefined as long as there is none. */
export function maybe<Value>(schema: z.ZodType<Value>) {
  return schema.nullable().transform((value) => value ?? undefined);
}

export function mapOf<Key, Value>(key: z.ZodType<Key>, value: z.ZodType<Value>) {
  return z.array(z.tuple([key, value])).transform((entries) => new Map(entries));
}

export function setOf<Item>(item: z.ZodType<Item>) {
  return z.array(item).transform((items) => new Set(items));
}
