import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HttpConnections } from "#transports/http/connections.ts";
import { Link } from "#transports/http/link.ts";
import type { HttpPeer } from "#transports/http/peer.ts";
import { Holdings } from "#transports/limits/limits.ts";

/** Longer (ms) than a test may take. */
const LONG_MS = 600_000;

let connections: HttpConnections;
beforeEach(() => {
  connections = new HttpConnections(new Holdings(8));
});
afterEach(() => connections.stop());

function open(): HttpPeer {
  const peer = connections.open("203.0.113.1")?.peer;
  if (peer === undefined) throw new Error("There is no place for one more.");
  return peer;
}

describe("good-byes over requests", () => {
  it("are waited for until all of them were fetched, whoever stays besides", async () => {
    open();
    const leaving = open();
    leaving.close(4010, "");
    let isOver = false;
    const heardOut = connections.heardOut(LONG_MS).then(() => {
      isOver = true;
    });
    const page = new Link();
    page.receive(leaving.link.batch().bytes);
    expect(isOver).toBe(false);
    leaving.receive(page.batch().bytes);
    await heardOut;
  });

  it("are not waited for when nobody was said one, nor for longer than told", async () => {
    const staying = open();
    await connections.heardOut(LONG_MS);
    staying.close(4010, "");
    await connections.heardOut(0);
    expect(staying.isGone).toBe(false);
  });
});
