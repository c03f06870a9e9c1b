/** Lines that a source file may have at most: a longer one holds a second idea. */
export const MAX_LINES = 250;

/** Lines of a text; what comes behind the last line break counts as one. */
export function countLines(text: string): number {
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}

/** The sources (text by path) that are too long, a sentence for each. */
export function tooLong(sources: ReadonlyMap<string, string>): string[] {
  return [...sources]
    .map(([path, text]) => ({ path, lines: countLines(text) }))
    .filter(({ lines }) => lines > MAX_LINES)
    .map(({ path, lines }) => `${path} has ${lines} lines: move its second idea into a file of its own`);
}
