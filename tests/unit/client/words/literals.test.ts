import { describe, expect, it } from "vitest";
import { projectSources } from "../../../support/layers/project-files.ts";
import { literalTexts } from "../../../support/words/literals.ts";

/** Where texts for players would stand. */
const FOLDERS = /^game-client\/(ui|session|lab|transports|[^/]+\.ts)/;
/** What looks like words and is none. */
const NO_TEXT = [
  /^\([\w-]+: [\w-]+\)$/, // a media query
  /system-ui/, // a list of fonts
  /^ring( ring-\w+)+$/, // classes of CSS
  /^[\w, ]+\[href\]/, // a selector
  /^(M\d+ \d+|[hvl]\d+)+/, // a path of SVG
  /^The server took too long\.$/, // for the console
];

describe("the page", async () => {
  const sources = [...(await projectSources())].filter(([path]) => FOLDERS.test(path));

  it("has no text for players outside of the catalogue", () => {
    expect(sources.length).toBeGreaterThan(100);
    const found = sources.flatMap(([path, source]) =>
      literalTexts(path, source)
        .filter(({ text }) => !NO_TEXT.some((pattern) => pattern.test(text)))
        .map(({ line, text }) => `${path}:${line}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});

describe("a text outside of the catalogue", () => {
  it.each([
    ["<b>Play</b>", "Play"],
    ["<b>{n} points</b>", "points"],
    [`<b>{ready ? "Ready" : ""}</b>`, "Ready"],
    [`<b>{\`\${n} ms\`}</b>`, "… ms"],
    [`<b>{open && "Close"}</b>`, "Close"],
    [`<b title="All scores" />`, "All scores"],
    [`<b aria-label={on ? "On" : t(off)} />`, "On"],
    [`<input placeholder={\`Room \${n}\`} />`, "Room …"],
    [`<Slider label="Seats" />`, "Seats"],
    [`<Slider text={n === 0 ? "none" : String(n)} />`, "none"],
    [`[{ value: "easy", text: "Easy" }]`, "Easy"],
    [`say("That did not work")`, "That did not work"],
    [`say(\`\${name} wins!\`)`, "… wins!"],
    [`(() => { return "Nobody"; })()`, "Nobody"],
  ])("is found in %s", (source, text) => {
    expect(literalTexts("a.tsx", `\nexport const a = ${source};`)).toEqual([{ line: 2, text }]);
  });

  it.each([
    "<b>{t(($) => $.menu.play)}</b>",
    `<b class="button button-sun" data-testid="join-code" style="color:red" />`,
    `<path d="M 10 20 h 30" />`,
    `<b>{n} · {m}</b>`,
    `<Button kind="sun" icon="plus" cue="uiBack" />`,
    `list.find(({ kind }) => kind === "brawl")`,
    `new Error("The catalogue has no such text.")`,
    `root.querySelector("dialog button")`,
    `event.key === "Enter"`,
  ])("is not what stands in %s", (source) => {
    expect(literalTexts("a.tsx", `export const a = ${source};`)).toEqual([]);
  });
});
