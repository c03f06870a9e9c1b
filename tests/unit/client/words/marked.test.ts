import { expect, it } from "vitest";
import { Marked } from "#client/ui/parts/marked.tsx";

const parts = { b: (inner: string) => [inner] };
const draw = (text: string): unknown => Marked({ text, parts }).props.children;

it.each([
  ["Back in <b>3</b> s", [["Back in ", ["3"]], " s"]],
  ["<b>1</b><b>2</b>", [["", ["1"], "", ["2"]], ""]],
  ["nothing marked", [[], "nothing marked"]],
  ["an <i>unknown</i> mark", [["an ", "unknown"], " mark"]],
  ["1 < 2", [[], "1 < 2"]],
])("%j is drawn in its parts", (text, drawn) => {
  expect(draw(text)).toEqual(drawn);
});
