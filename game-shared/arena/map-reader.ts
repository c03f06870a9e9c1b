/** A JSON object whose values nobody has looked at yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** A map that cannot be played on. The message names the file, the place in it and what was expected. */
export class ArenaError extends Error {
  constructor(id: string, place: string, problem: string) {
    super(`${id}.tmj${place === "" ? "" : `, ${place}`}: ${problem}`);
    this.name = "ArenaError";
  }
}

/** Reads values out of one map, and knows its name for the error messages. */
export class MapReader {
  readonly id: string;
  constructor(id: string) {
    this.id = id;
  }

  fail(place: string, problem: string): never {
    throw new ArenaError(this.id, place, problem);
  }

  fields(value: unknown, place: string, what: string): Fields {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
    return this.fail(place, `expected ${what} as a JSON object, found ${show(value)}`);
  }

  list(value: unknown, place: string, what: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    return this.fail(place, `expected ${what} as a list, found ${show(value)}`);
  }

  integer(value: unknown, place: string, what: string, min: number, max: number): number {
    if (typeof value === "number" && Number.isInteger(value) && value >= min && value <= max) return value;
    return this.fail(place, `${what} must be a whole number from ${min} to ${max}, found ${show(value)}`);
  }

  /** Custom properties of a map or a tile, by name. */
  properties(owner: Fields, place: string): Map<unknown, unknown> {
    const values = new Map<unknown, unknown>();
    for (const entry of this.list(owner.properties ?? [], place, "properties")) {
      const property = this.fields(entry, place, "a property");
      values.set(property.name, property.value);
    }
    return values;
  }
}

/** A value of a stranger's map, short enough for an error message. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
