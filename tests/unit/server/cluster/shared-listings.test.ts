import { Redis } from "ioredis";
import { describe, expect, it, vi } from "vitest";
import { SharedListings } from "#server/cluster/shared-listings.ts";

describe("listings of several processes", () => {
  it("are asked for again after a question that Redis has not answered", async () => {
    const client = new Redis({ lazyConnect: true });
    const ask = vi.spyOn(client, "hgetall");
    ask.mockRejectedValueOnce(new Error("Connection is closed."));
    ask.mockResolvedValue({ ABCDE: JSON.stringify({ roomId: "ABCDE", name: "arena", processId: "one" }) });
    const listings = new SharedListings(client);
    const both = [listings.query({ name: "arena" }), listings.query({ name: "arena" })];
    for (const answer of both) await expect(answer).rejects.toThrow("Connection is closed.");
    expect(ask).toHaveBeenCalledTimes(1);
    const [room] = await listings.query({ name: "arena" });
    expect(room?.roomId).toBe("ABCDE");
  });
});
