import { expect, it } from "vitest";
import { prefixOf, splitPrefix } from "#server/processes/prefix.ts";

it("a prefix names a process and is taken off", () => {
  expect(splitPrefix(`${prefixOf(12)}/transports/sse?x=1`)).toEqual({
    number: 12,
    rest: "/transports/sse?x=1",
  });
  expect(splitPrefix("/p/1/")).toEqual({ number: 1, rest: "/" });
  for (const url of ["/", "/p/1", "/p/x/", "/p/1234/", "/q/p/1/", "http://host/p/1/"]) {
    expect(splitPrefix(url)).toBeUndefined();
  }
});
