import { describe, expect, it } from "vitest";
import { replicateBody } from "#room/replicate.ts";
import { copyBody, createBody } from "#shared/simulation/body.ts";
import { BODY_FIELD_NAMES, BODY_FIELDS } from "#shared/simulation/body-fields.ts";
import { hashWorld } from "#shared/simulation/hash.ts";
import { addPlayer, createWorld } from "#shared/simulation/world.ts";
import { fingerprintOwn, fingerprintSeen } from "#shared/state/fingerprint.ts";
import { PlayerState } from "#shared/state/player-state.ts";
import { plain } from "../../../support/worlds.ts";

/** A player in a world of their own. */
function scene() {
  const world = createWorld(plain(), { seed: 1 });
  return { world, player: addPlayer(world, "a", "Ann", false) };
}

describe("every field of a body", () => {
  it.each(BODY_FIELD_NAMES)("%s is there, copied, hashed and sent to whom it goes", (name) => {
    const { world, player } = scene();
    const [hash, replica] = [hashWorld(world), new PlayerState()];
    replicateBody(player, replica, 7);
    const before = { own: fingerprintOwn(replica), seen: fingerprintSeen(replica) };
    const value = name === "action" ? 3 : player[name] + 2;
    Object.assign(player, { [name]: value });
    expect(createBody(0, 0)).toHaveProperty(name);
    expect(copyBody(player)[name]).toBe(value);
    expect(hashWorld(world)).not.toBe(hash);
    replicateBody(player, replica, 7);
    // What is rounded to travel is a number that travels already, give or take a step.
    expect(replica[name]).toBeCloseTo(value, 1);
    expect(fingerprintOwn(replica)).not.toBe(before.own);
    // Of a charge everybody is told since when it grows.
    const isSeen = BODY_FIELDS[name].to === "everybody" || name === "charge";
    expect(fingerprintSeen(replica) !== before.seen).toBe(isSeen);
  });

  it("is all that a copy of a player has", () => {
    const { player } = scene();
    expect(Object.keys(copyBody(player)).sort()).toEqual([...BODY_FIELD_NAMES].sort());
  });
});
