import { expect, it } from "vitest";
import { addRole } from "#server/matchmaking/roles.ts";
import { seatRoleOf } from "#server/rooms/places.ts";

it("a role that was added takes a seat of the match by whether it has a body; one that nobody knows plays", () => {
  addRole("judge", { hasBody: false });
  addRole("champion", { hasBody: true });
  expect(["judge", "champion", "spectator", "__proto__"].map(seatRoleOf)).toEqual([
    "spectator",
    "player",
    "spectator",
    "player",
  ]);
});
