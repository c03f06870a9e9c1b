import { describe, expect, it } from "vitest";
import { LineWriter } from "#server/observability/line-writer.ts";
import { waitFor } from "../../../support/wait-for.ts";

const failure = (code: string): Error => Object.assign(new Error(code), { code });

/** A file descriptor that can be made to fail, and that takes so many bytes at once. */
class Descriptor {
  text = "";
  fails: string | undefined;
  most = Number.POSITIVE_INFINITY;

  readonly write = (_fd: number, bytes: Uint8Array): number => {
    if (this.fails !== undefined) throw failure(this.fails);
    const taken = bytes.subarray(0, this.most);
    this.text += Buffer.from(taken).toString();
    return taken.length;
  };
}

describe("a log", () => {
  it.each(["ENOSPC", "EPIPE", "EIO", "EBADF"])(
    "goes on after %s, counts what is lost, and comes back",
    (code) => {
      const descriptor = new Descriptor();
      const lines = new LineWriter(1, descriptor.write);
      descriptor.fails = code;
      for (let i = 0; i < 10; i++) lines.write(`lost ${i}\n`);
      expect(lines.lost).toBe(10);
      descriptor.fails = undefined;
      lines.write("back\n");
      expect(descriptor.text).toBe("back\n");
      expect(lines.lost).toBe(10);
    },
  );

  it("waits for a slow reader up to a bound, in order, and loses what is beyond", async () => {
    const descriptor = new Descriptor();
    const lines = new LineWriter(1, descriptor.write);
    descriptor.fails = "EAGAIN";
    const line = `${"x".repeat(1023)}\n`;
    for (let i = 0; i < 1000; i++) lines.write(line);
    // A quarter of a megabyte waits.
    expect(lines.lost).toBe(1000 - 256);
    descriptor.fails = undefined;
    descriptor.most = 1000;
    await waitFor("what waited", () => descriptor.text.length === 256 * 1024);
    expect(descriptor.text).toBe(line.repeat(256));
    lines.write("next\n");
    expect(descriptor.text.endsWith("next\n")).toBe(true);
  });
});
