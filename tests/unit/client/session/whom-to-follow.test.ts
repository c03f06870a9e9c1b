import { describe, expect, it } from "vitest";
import { followable, inOrder, shownAt, whomToFollow } from "#client/session/whom-to-follow.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { PlayerState } from "#shared/state/player-state.ts";
import { SeatState } from "#shared/state/seat-state.ts";

const ABC = ["a", "b", "c"];
const ranked = (...ids: string[]): { id: string }[] => ids.map((id) => ({ id }));

describe("whom one can follow", () => {
  const state = new ArenaState();
  const roles = { a: "player", me: "spectator", b: "player", sam: "spectator", late: "player" };
  for (const [id, role] of Object.entries(roles))
    state.seats.set(id, Object.assign(new SeatState(), { role }));
  for (const id of ["a", "b"]) state.players.set(id, new PlayerState());

  it("is everybody with a character, in the order in which they came", () => {
    expect(followable(state, "me", true)).toEqual(["a", "b"]);
  });

  it("is everybody who plays where only those nearby are known", () => {
    expect(followable(state, "me", false)).toEqual(["a", "b", "late"]);
    expect(followable(state, "a", false)).toEqual(["b", "late"]);
  });
});

describe("next and previous", () => {
  it("go around the end", () => {
    expect([inOrder(ABC, "a", 1), inOrder(ABC, "c", 1)]).toEqual(["b", "a"]);
    expect([inOrder(ABC, "b", -1), inOrder(ABC, "a", -1)]).toEqual(["a", "c"]);
  });

  it("begin at an end when nobody is followed, and find nobody among nobody", () => {
    expect([inOrder(ABC, "", 1), inOrder(ABC, "", -1)]).toEqual(["a", "c"]);
    expect([inOrder([], "a", 1), inOrder([], "", -1)]).toEqual(["", ""]);
  });
});

describe("whom one follows", () => {
  it("is whoever is ahead at first", () => {
    expect(whomToFollow("", [], ABC, ranked("c", "a", "b"))).toBe("c");
    expect(whomToFollow("", [], ABC, ranked("gone", "b"))).toBe("b");
    expect(whomToFollow("", [], ABC, [])).toBe("a");
  });

  it("stays the same, whoever is ahead", () => {
    expect(whomToFollow("b", ABC, ABC, ranked("c"))).toBe("b");
  });

  it("is the next one who is still there when they leave", () => {
    expect(whomToFollow("a", ABC, ["b", "c"], ranked("c"))).toBe("b");
    expect(whomToFollow("b", ABC, ["a"], ranked("a"))).toBe("a");
    expect(whomToFollow("c", ABC, ["b", "d"], ranked("d"))).toBe("b");
  });

  it("is nobody among nobody, and whoever is ahead when somebody comes", () => {
    expect(whomToFollow("a", ABC, [], [])).toBe("");
    expect(whomToFollow("", [], ["d", "e"], ranked("e", "d"))).toBe("e");
  });
});

describe("a tap on the picture", () => {
  const players = [
    { id: "a", x: 1, y: 1 },
    { id: "b", x: 2, y: 1 },
  ];
  /** 50 pixels a tile. */
  const tapped = (x: number, y: number): string | undefined =>
    shownAt(players, (atX, atY) => ({ x: atX * 50, y: atY * 50 }), { x, y }, 40)?.id;

  it("means whoever is nearest, and nobody far away", () => {
    expect([tapped(70, 50), tapped(80, 55), tapped(10, 50), tapped(50, 91)]).toEqual([
      "a",
      "b",
      "a",
      undefined,
    ]);
  });
});
