/** What addresses of a process begin with, by its number. */
export function prefixOf(number: number): string {
  return `/p/${number}`;
}

/** Splits the address of a request into the number of its process and what that process is asked; undefined when it names none. */
export function splitPrefix(url: string): { number: number; rest: string } | undefined {
  const [, number, rest] = /^\/p\/(\d{1,3})(\/.*)$/.exec(url) ?? [];
  return number === undefined || rest === undefined ? undefined : { number: Number(number), rest };
}
