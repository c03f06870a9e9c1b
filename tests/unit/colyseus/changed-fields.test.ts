import { SchemaSerializer } from "@colyseus/core";
import { StateView } from "@colyseus/schema";
import { describe, expect, it } from "vitest";
import { hasChanged, writeChanged } from "#colyseus/server/changed-fields.ts";
import { nextRandom } from "#shared/random.ts";
import { HugeArenaState } from "#shared/state/arena-state.ts";
import { OWNER, PlayerState } from "#shared/state/player-state.ts";

class OpenSerializer extends SchemaSerializer<HugeArenaState> {
  declare encoder: SchemaSerializer<HugeArenaState>["encoder"];
}

/** A character that has come into a state, of which nothing has changed since. */
function scene() {
  const state = new HugeArenaState();
  const serializer = new OpenSerializer();
  serializer.reset(state);
  const ann = new PlayerState();
  state.players.set("ann", ann);
  const { encoder } = serializer;
  const views = { owner: new StateView(), other: new StateView() };
  views.owner.add(ann, OWNER);
  views.other.add(ann);
  for (const view of Object.values(views)) view.changes.clear();
  encoder.encode({ offset: 0 });
  encoder.discardChanges();
  const written = (tagged: boolean, isNamed = false): Buffer => {
    const bytes = new Uint8Array(512);
    return Buffer.from(bytes.subarray(0, writeChanged(encoder, ann, bytes, 0, { tagged, isNamed })));
  };
  const encoded = (view: StateView): Buffer => Buffer.from(encoder.encode({ offset: 0 }, view));
  return { encoder, ann, views, written, encoded };
}

describe("changed fields", () => {
  it("are written as the encoder would for who sees the character, and for its owner", () => {
    const { encoder, ann, views, written, encoded } = scene();
    let dice = 7;
    const random = (): number => {
      const { state, value } = nextRandom(dice);
      dice = state;
      return value;
    };
    for (let turn = 0; turn < 200; turn++) {
      if (random() < 0.7) ann.spot = Math.floor(random() * 2 ** 32);
      if (random() < 0.5) ann.wobble = Math.floor(random() * 300);
      if (random() < 0.3) ann.protected = random() < 0.5;
      if (random() < 0.5) ann.vx = random() * 9 - 4;
      if (random() < 0.5) ann.stamina = Math.floor(random() * 200);
      if (random() < 0.3) ann.inputMargin = Math.floor(random() * 200) - 100;
      const seen = written(false);
      expect(seen).toEqual(encoded(views.other));
      expect(Buffer.concat([seen, written(true, seen.length > 0)])).toEqual(encoded(views.owner));
      encoder.discardChanges();
    }
  });

  it("name the character in front of private ones if no public one has", () => {
    const { ann, views, written, encoded } = scene();
    ann.stamina = 5;
    expect(written(false)).toHaveLength(0);
    expect(written(true)).toEqual(encoded(views.owner));
    expect(written(true).length).toBe(written(true, true).length + 2);
  });

  it("are none when nothing has changed", () => {
    const { ann, written } = scene();
    expect(hasChanged(ann)).toBe(false);
    expect(Buffer.concat([written(false), written(true)])).toHaveLength(0);
  });
});
