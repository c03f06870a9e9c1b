/** Where a command writes into a document: everything between these two lines is its own. */
const marks = (command: string) => ({ begin: `<!-- measured: npm run bench -- ${command} -->`, end: END });
const END = "<!-- measured: end -->";

/** Puts the measured part of a command into the text of a document. Throws when its place is not marked there. */
export function insertMeasured(document: string, command: string, measured: string): string {
  const { begin, end } = marks(command);
  const from = document.indexOf(begin);
  const to = document.indexOf(end, from);
  if (from < 0 || to < 0)
    throw new Error(`The document has no place for what is measured: "${begin}" … "${end}".`);
  return `${document.slice(0, from + begin.length)}\n\n${measured}\n${document.slice(to)}`;
}

/** A table as Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
