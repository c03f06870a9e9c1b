import { describe, expect, it } from "vitest";
import { InputArrivals } from "#room/input-arrivals.ts";

describe("how long inputs lie on the server", () => {
  it("is the least of them since it was last asked, and the same again when there was none", () => {
    const arrivals = new InputArrivals();
    arrivals.arrived(1, 100);
    arrivals.arrived(2, 115);
    arrivals.consumed(1, 130);
    arrivals.consumed(2, 150);
    expect(arrivals.take()).toBe(30);
    expect(arrivals.take()).toBe(30);
  });

  it("is less than nothing when one came too late for its tick", () => {
    const arrivals = new InputArrivals();
    arrivals.missed(100);
    arrivals.missed(120);
    arrivals.arrived(1, 135);
    arrivals.consumed(1, 140);
    expect(arrivals.take()).toBe(-35);
  });

  it("does not count one that was lost on its way and sent again: that is later than three ticks", () => {
    const arrivals = new InputArrivals();
    arrivals.arrived(1, 80);
    arrivals.consumed(1, 100);
    arrivals.missed(120);
    arrivals.arrived(2, 181);
    expect(arrivals.take()).toBe(20);
  });

  it("fits into a byte, and whoever counts strangely is not believed", () => {
    const arrivals = new InputArrivals();
    arrivals.arrived(1, 0);
    arrivals.consumed(1, 5000);
    expect(arrivals.take()).toBe(127);
    arrivals.arrived(4_294_967_295, 0);
    arrivals.consumed(7, 50);
    expect(arrivals.take()).toBe(127);
  });
});

describe("the quickest input", () => {
  it("is the earliest for its number, once", () => {
    const arrivals = new InputArrivals();
    arrivals.arrived(1, 90);
    arrivals.arrived(2, 95);
    arrivals.arrived(3, 140);
    expect(arrivals.takeQuickest()).toEqual({ number: 2, time: 95 });
    expect(arrivals.takeQuickest()).toBeUndefined();
  });
});
