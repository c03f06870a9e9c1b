import { describe, expect, it } from "vitest";
import { roomScene } from "../../../../support/room-scene.ts";

describe("the host", () => {
  it("is whoever opened the room", () => {
    const { state, join } = roomScene();
    expect(state.hostId).toBe("");
    join("ann");
    join("ben");
    expect(state.hostId).toBe("ann");
  });

  it("is the person who has been here longest once the host has left, and nobody in an empty room", () => {
    const { state, join, leave } = roomScene();
    for (const id of ["ann", "ben", "cleo"]) join(id);
    leave("ben");
    join("ben");
    leave("ann");
    expect(state.hostId).toBe("cleo");
    leave("cleo");
    expect(state.hostId).toBe("ben");
    leave("ben");
    expect(state.hostId).toBe("");
  });

  it("is of those who play, before those who only watch and those who are away", () => {
    const { state, join, leave } = roomScene();
    join("ann");
    join("sam", { plays: false });
    for (const id of ["ben", "cleo"]) join(id);
    Object.assign(state.seats.get("ben") ?? {}, { away: true });
    leave("ann");
    expect(state.hostId).toBe("cleo");
    leave("cleo");
    expect(state.hostId).toBe("sam");
  });

  it("stays the host while their line is cut", () => {
    const { state, features, join } = roomScene();
    join("ann");
    join("ben");
    features.dropped("ann");
    expect(state.hostId).toBe("ann");
  });

  it("can be anybody in the room whom the host names, and nobody else", () => {
    const { state, features, join } = roomScene();
    join("ann");
    join("ben");
    features.all.host.handOver("ben");
    features.all.host.handOver("zoe");
    expect(state.hostId).toBe("ben");
  });
});
