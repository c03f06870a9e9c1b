import { describe, expect, it } from "vitest";
import { clock, roomCode, wobbleColor } from "#client/ui/format.ts";

describe("clock", () => {
  it.each([
    [180, "3:00"],
    [65, "1:05"],
    [9.2, "0:10"],
    [0, "0:00"],
    [-3, "0:00"],
    [600, "10:00"],
  ])("shows %s s as %s", (seconds, text) => {
    expect(clock(seconds)).toBe(text);
  });
});

describe("room code", () => {
  it.each([
    ["k7qxm", "K7QXM"],
    [" k7-q xm ", "K7QXM"],
    ["K7QXMTOOLONG", "K7QXM"],
    ["http://192.168.0.7:2567/r/k7qxm", "K7QXM"],
    ["https://push.example/?name=Ann&room=K7QXM&x=1", "K7QXM"],
    ["", ""],
  ])("is found in %j", (typed, code) => {
    expect(roomCode(typed)).toBe(code);
  });
});

describe("wobble colour", () => {
  it("goes from white to red", () => {
    expect(wobbleColor(0)).toBe("rgb(255 255 255)");
    expect(wobbleColor(300)).toBe("rgb(255 66 88)");
  });

  it("never gets calmer as the wobble grows", () => {
    const greens = Array.from({ length: 31 }, (_, step) => Number(wobbleColor(step * 10).split(" ")[1]));
    expect(greens).toEqual(greens.toSorted((a, b) => b - a));
  });

  it("keeps to its ends beyond them", () => {
    expect(wobbleColor(-5)).toBe(wobbleColor(0));
    expect(wobbleColor(999)).toBe(wobbleColor(300));
  });
});
