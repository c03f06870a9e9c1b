/** An element that the page brings with it. Throws when it does not. */
export function found(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no element "${id}".`);
  return element;
}

/** A new element with its children. */
export function element(tag: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** A cell of a table: text, or an element in place of its `td`. */
export type Cell = Node | string;

/** A cell that holds text and not a figure. */
export function textCell(words: string): HTMLElement {
  return element("td", "text", words);
}

/** A table that scrolls in itself where it is wider than the page. */
export function table(heads: readonly string[], rows: readonly (readonly Cell[])[]): HTMLElement {
  const body = element("tbody", "");
  for (const row of rows) {
    const line = element("tr", "");
    for (const cell of row) line.append(cell instanceof Node ? cell : element("td", "", cell));
    body.append(line);
  }
  const head = element("tr", "", ...heads.map((words) => element("th", "", words)));
  return element("div", "scroll", element("table", "", element("thead", "", head), body));
}

/** The present value of a colour of page.css. */
export function color(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
