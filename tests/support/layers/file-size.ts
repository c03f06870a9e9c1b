/** Lines that a source file may have at most: a longer one holds a second idea. */
export const MAX_LINES = 250;

/** Files that are too long and wait for being split. The list may shrink; no file is added to it. */
export const STILL_LONG: readonly string[] = ["game-bots/load/page/page.js"];

/** Lines of a text; what comes behind the last line break counts as one. */
export function countLines(text: string): number {
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}

/** What is wrong with the sizes of these sources (text by path), one sentence for each file. */
export function sizeProblems(sources: ReadonlyMap<string, string>, stillLong = STILL_LONG): string[] {
  const tooLong = [...sources]
    .map(([path, text]) => ({ path, lines: countLines(text) }))
    .filter(({ lines }) => lines > MAX_LINES);
  const problems = tooLong
    .filter(({ path }) => !stillLong.includes(path))
    .map(({ path, lines }) => `${path} has ${lines} lines: move its second idea into a file of its own`);
  const mended = stillLong
    .filter((path) => !tooLong.some((file) => file.path === path))
    .map((path) => `${path} has at most ${MAX_LINES} lines or is gone: take it off the list STILL_LONG`);
  return [...problems, ...mended];
}
