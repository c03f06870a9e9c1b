import { describe, expect, it } from "vitest";
import { UsageError } from "#bots/load/usage.ts";
import { parseOptions } from "../../../../tools/arena/options.ts";

describe("the arguments of the arena command", () => {
  it("are a map and what is usual", () => {
    expect(parseOptions(["a/b.tmj"])).toEqual({
      files: ["a/b.tmj"],
      check: false,
      mode: undefined,
      bots: 5,
      port: 2580,
    });
  });

  it("may be many maps that are only checked", () => {
    expect(parseOptions(["--check", "a.tmj", "b.tmj"])).toMatchObject({
      files: ["a.tmj", "b.tmj"],
      check: true,
    });
  });

  it.each([
    [[], "Expected the file of a map (*.tmj)."],
    [["a.png"], 'Expected a map (*.tmj), found "a.png".'],
    [["a.tmj", "b.tmj"], "One map is opened at a time; --check takes more."],
    [["a.tmj", "--mode", "chess"], /^--mode: expected one of brawl, .*found "chess"\.$/],
    [["a.tmj", "--bots", "many"], '--bots: expected a whole number from 0 to 127, found "many".'],
    [["a.tmj", "--fast"], /--fast/],
  ] as const)("%j are refused", (args, message) => {
    expect(() => parseOptions(args)).toThrow(UsageError);
    expect(() => parseOptions(args)).toThrow(message);
  });
});
