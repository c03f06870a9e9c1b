import { describe, expect, it } from "vitest";
import { OPTIONS, parseOptions, USAGE } from "#lab/transports/options.ts";
import { REFERENCE, WAYS } from "#lab/transports/ways.ts";

describe("the options of the lab", () => {
  it("measure everything unless told otherwise", () => {
    expect(parseOptions([]).ways).toEqual(WAYS);
  });

  it("always have the reference among them", () => {
    expect(parseOptions(["--transports", "sse"]).ways.map(({ id }) => id)).toEqual([REFERENCE, "sse"]);
  });

  it("keep the documents when the matrix is reduced", () => {
    const quick = parseOptions(["--quick"]);
    expect(quick.out).not.toBe(parseOptions([]).out);
    expect(quick.conditions.length).toBeLessThan(parseOptions([]).conditions.length);
  });

  it("are all told of", () => {
    for (const option of Object.keys(OPTIONS)) expect(USAGE).toContain(`--${option} `);
  });

  it("can be reduced further", () => {
    expect(parseOptions(["--quick", "--conditions", "clear", "--repeats", "2"])).toMatchObject({
      conditions: [{ id: "clear" }],
      repeats: 2,
    });
  });

  it.each([
    [["--transports", "pigeon"], '--transports: there is no "pigeon"; expected one or more of websocket'],
    [["--conditions", "25ms,rain"], '--conditions: there is no "rain"; expected one or more of clear'],
    [["--repeats", "0"], '--repeats: expected a whole number from 1 to 100, found "0"'],
    [["--seed", "x"], '--seed: expected a whole number from 0 to 2147483647, found "x"'],
    [["--link", "string"], '--link: expected one of auto, packets, bytes, found "string"'],
    [["--out", ""], "--out: expected a folder"],
    [["--speed", "9"], "--speed"],
  ])("refuse %j", (args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
  });
});
