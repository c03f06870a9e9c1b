import { describe, expect, it } from "vitest";
import { figuresOf } from "#lab/bench/page/bench.ts";
import { type Fetched, kindOf, totalOf, weightUntil } from "#lab/bench/page/weights.ts";

const file = (path: string, bytes: number, responseStart: number, responseEnd: number): Fetched => ({
  url: `http://127.0.0.1:2567${path}`,
  bytes,
  responseStart,
  responseEnd,
});
const FILES = [
  file("/", 1000, 100, 110),
  file("/assets/index-a1b2.js", 50_000, 300, 500),
  file("/assets/index-a1b2.css", 10_000, 300, 400),
  file("/assets/phaser-a1b2.js", 100_000, 500, 900),
  file("/matchmake/joinOrCreate/arena", 400, 950, 950),
];

describe("what a page weighs", () => {
  it.each([
    ["/", "document"],
    ["/?name=Ann", "document"],
    ["/assets/a-1.js", "script"],
    ["/assets/fredoka-latin.woff2", "font"],
    ["/icon.svg", "image"],
    ["/matchmake/joinOrCreate/arena", "request"],
  ])("takes %s for a %s", (path, kind) => {
    expect(kindOf(`http://localhost${path}`)).toBe(kind);
  });

  it("is what has come until a moment: of a file on its way, the part whose time has passed", () => {
    expect(weightUntil(FILES, 600)).toEqual({
      document: 1000,
      script: 50_000 + 25_000,
      style: 10_000,
      font: 0,
      image: 0,
      sound: 0,
      request: 0,
    });
    expect(totalOf(weightUntil(FILES, 0))).toBe(0);
  });

  it("is the sum of its files in the end, those of no length in time as well", () => {
    expect(totalOf(weightUntil(FILES, Number.POSITIVE_INFINITY))).toBe(161_400);
  });
});

describe("the figures of some visits", () => {
  const visit = { usable: 600, clicked: 700, shown: 1900, files: FILES };
  const figures = figuresOf([visit, { ...visit, clicked: 800 }, { ...visit, clicked: 1000 }]);
  const figure = (name: string) => figures.find((one) => one.name === name);

  it("are medians in kB and seconds, the match from the click on", () => {
    expect(figure("until the menu can be used")).toMatchObject({ unit: "kB", median: 86 });
    expect(figure("in all")?.median).toBeCloseTo(161.4);
    const click = figure("from the click on Play to the match");
    expect(click?.unit).toBe("s");
    expect([click?.low, click?.median, click?.high]).toEqual([0.9, 1.1, 1.2]);
  });

  it("leave out kinds that nobody fetched", () => {
    expect(figure("in all: script")?.median).toBe(150);
    expect(figure("in all: sound")).toBeUndefined();
  });
});
