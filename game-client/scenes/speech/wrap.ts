/** Stands for what does not fit. */
const MORE = "…";

/**
 * Breaks a text into lines that are no wider than `width`, at blanks where there are some and inside of longer words. What
 * does not fit into `most` lines is left out, and an ellipsis says so. `measure` gives the width of a text.
 */
export function wrapText(
  text: string,
  width: number,
  most: number,
  measure: (text: string) => number,
): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((long) => pieces(long, width, measure))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  const last = [...(lines[most - 1] ?? "")];
  while (last.length > 0 && measure(`${last.join("")}${MORE}`) > width) last.pop();
  return [...lines.slice(0, most - 1), `${last.join("").trimEnd()}${MORE}`];
}

/** A word in pieces that fit each. */
function pieces(word: string, width: number, measure: (text: string) => number): string[] {
  if (measure(word) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  for (const sign of word) {
    if (part !== "" && measure(part + sign) > width) {
      parts.push(part);
      part = "";
    }
    part += sign;
  }
  return part === "" ? parts : [...parts, part];
}
