import { type Decoder, Encoder, Reflection } from "@colyseus/schema";
import { describe, expect, it } from "vitest";
import { replicateBody } from "#room/replicate.ts";
import { AIM, POSITION, snap } from "#shared/quantize.ts";
import { nextRandom } from "#shared/random.ts";
import { addPlayer, createWorld } from "#shared/simulation/world.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { PlayerState } from "#shared/state/player-state.ts";
import { unfold } from "#shared/state/unfold.ts";
import { plain } from "../../../support/worlds.ts";

/** A room with one character, and a page that has its state. */
function scene() {
  const state = new ArenaState();
  const encoder = new Encoder(state);
  const replica = new PlayerState();
  state.players.set("ann", replica);
  const player = addPlayer(createWorld(plain(), { seed: 1 }), "ann", "Ann", false);
  const page: Decoder<ArenaState> = Reflection.decode(Reflection.encode(encoder));
  unfold(page);
  /** Returns how many bytes the patch has. */
  const patch = (): number => {
    replicateBody(player, replica, 0);
    const bytes = encoder.encode({ offset: 0 }).slice();
    encoder.discardChanges();
    page.decode(bytes);
    return bytes.length;
  };
  const tellAll = (): void => {
    page.decode(encoder.encodeAll().slice());
  };
  const seen = () => {
    const { x, y, aim } = page.state.players.get("ann") ?? {};
    return { x, y, aim };
  };
  return { player, patch, tellAll, seen };
}

describe("a folded place", () => {
  it("comes out as it was, wherever somebody goes, with patches alone and after full states", () => {
    const { player, patch, tellAll, seen } = scene();
    let dice = 3;
    const random = (): number => {
      const { state, value } = nextRandom(dice);
      dice = state;
      return value;
    };
    for (let turn = 0; turn < 2000; turn++) {
      const far = random() < 0.1;
      player.x = snap(POSITION, far ? random() * 128 - 16 : player.x + random() - 0.5);
      player.y = snap(POSITION, far ? random() * 128 - 16 : player.y + random() - 0.5);
      player.aim = snap(AIM, random() * 7);
      patch();
      if (random() < 0.05) tellAll();
      const { x, y, aim } = player;
      expect(seen()).toEqual({ x, y, aim });
    }
  });

  it("takes seven bytes a patch, and two more every few tiles", () => {
    const { player, patch } = scene();
    const costs = Array.from({ length: 400 }, () => {
      player.x = snap(POSITION, player.x + 0.1);
      return patch();
    });
    expect(new Set(costs.slice(1))).toEqual(new Set([7, 9]));
    expect(costs.slice(1).filter((cost) => cost === 9)).toHaveLength(5);
  });
});
