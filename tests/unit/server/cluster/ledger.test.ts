import { beforeEach, describe, expect, it } from "vitest";
import { Ledger, type LedgerStore } from "#server/cluster/ledger.ts";
import { type Held, NOTHING } from "#server/matchmaking/addresses.ts";

/** What processes have written, without a Redis. */
class Shelf {
  readonly written = new Map<string, ReadonlyMap<string, Held>>();
  exchanges = 0;
  isAway = false;

  /** The shelf as a process sees it. */
  of(id: string): LedgerStore {
    return {
      exchange: async (held) => {
        if (this.isAway) throw new Error("away");
        this.exchanges += 1;
        this.written.set(id, new Map([...(this.written.get(id) ?? []), ...held]));
        return held.map(([address]) => this.#others(id, address));
      },
    };
  }

  #others(self: string, address: string): Held {
    const sum = { ...NOTHING };
    for (const [id, held] of this.written) {
      if (id === self) continue;
      const { rooms, people, bots, waiting } = held.get(address) ?? NOTHING;
      sum.rooms += rooms;
      sum.people += people;
      sum.bots += bots;
      sum.waiting += waiting;
    }
    return sum;
  }
}

let shelf: Shelf;
let time: number;
beforeEach(() => {
  shelf = new Shelf();
  time = 0;
});

function process(id: string): { ledger: Ledger; own: Map<string, Held> } {
  const own = new Map<string, Held>();
  return {
    own,
    ledger: new Ledger(
      shelf.of(id),
      () => own,
      () => time,
    ),
  };
}

/** Everything that has been begun is done. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("what addresses hold in several processes", () => {
  it("is told when it changes, once for all that changes at the same moment", async () => {
    const [one, two] = [process("one"), process("two")];
    one.own.set("home", { ...NOTHING, rooms: 2, bots: 5 });
    one.own.set("afar", { ...NOTHING, people: 1 });
    one.ledger.changed();
    one.ledger.changed();
    await settled();
    expect(shelf.exchanges).toBe(1);
    one.ledger.changed();
    await settled();
    expect(shelf.exchanges).toBe(1);
    expect(two.ledger.held("home")).toEqual(NOTHING);
    await two.ledger.lookUp("home");
    expect(two.ledger.held("home")).toEqual({ ...NOTHING, rooms: 2, bots: 5 });
    expect(one.ledger.held("home")).toEqual(NOTHING);
  });

  it("is nothing any more when it is given back", async () => {
    const [one, two] = [process("one"), process("two")];
    one.own.set("home", { ...NOTHING, waiting: 3 });
    one.ledger.changed();
    await settled();
    one.own.delete("home");
    one.ledger.changed();
    await settled();
    await two.ledger.lookUp("home");
    expect(two.ledger.held("home")).toEqual(NOTHING);
  });

  it("is told by the next renewal when it could not be told before", async () => {
    const [one, two] = [process("one"), process("two")];
    one.own.set("home", { ...NOTHING, rooms: 1 });
    one.own.set("afar", { ...NOTHING, rooms: 1 });
    one.ledger.changed();
    await settled();
    shelf.isAway = true;
    one.own.delete("home");
    one.own.set("afar", { ...NOTHING, rooms: 2 });
    one.ledger.changed();
    await settled();
    await expect(two.ledger.lookUp("home")).rejects.toThrow("away");
    shelf.isAway = false;
    await one.ledger.renew();
    await two.ledger.lookUp("home");
    await two.ledger.lookUp("afar");
    expect(two.ledger.held("home")).toEqual(NOTHING);
    expect(two.ledger.held("afar")).toEqual({ ...NOTHING, rooms: 2 });
  });

  it("is forgotten of addresses that nobody asks about, and renewed of those that are here", async () => {
    const [one, two] = [process("one"), process("two")];
    one.own.set("home", { ...NOTHING, rooms: 1 });
    one.own.set("afar", { ...NOTHING, rooms: 1 });
    await one.ledger.renew();
    await two.ledger.lookUp("home");
    await two.ledger.lookUp("afar");
    two.own.set("home", { ...NOTHING, people: 1 });
    time = 60_000;
    await two.ledger.renew();
    expect(two.ledger.held("home").rooms).toBe(1);
    expect(two.ledger.held("afar")).toEqual(NOTHING);
  });
});
