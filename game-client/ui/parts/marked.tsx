import type { ComponentChildren } from "preact";

export interface MarkedProps {
  /** A text of the catalogue in which parts are marked, as in "Back in <b>3</b>". Marks do not nest. */
  text: string;
  /** What each mark is drawn as. */
  parts: Readonly<Record<string, (inner: string) => ComponentChildren>>;
}

/** A text of which some parts look otherwise: where they stand in the sentence is up to each language. */
export function Marked({ text, parts }: MarkedProps) {
  const pieces: ComponentChildren[] = [];
  let end = 0;
  for (const { 0: whole, 1: mark = "", 2: inner = "", index } of text.matchAll(/<(\w+)>(.*?)<\/\1>/g)) {
    pieces.push(text.slice(end, index), parts[mark]?.(inner) ?? inner);
    end = index + whole.length;
  }
  return (
    <>
      {pieces}
      {text.slice(end)}
    </>
  );
}
