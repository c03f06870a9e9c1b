import { describe, expect, it } from "vitest";
import { loadArenas } from "#server/arenas.ts";
import { seededDice } from "#shared/random.ts";
import { copyBody, stepBody } from "#shared/simulation/body.ts";
import { BODY_FIELD_NAMES } from "#shared/simulation/body-fields.ts";
import { neutralInput, sanitizeInput } from "#shared/simulation/input.ts";
import { step } from "#shared/simulation/step.ts";
import { Action, type PlayerInput } from "#shared/simulation/types.ts";
import { DT } from "#shared/tunables.ts";
import { worldWith } from "../../../../support/worlds.ts";

/** Arenas that have the tiles that carry, lead elsewhere and hold back. */
const IDS = ["windmill", "isles", "caldera", "badlands"];

describe("what a page foresees of its own character", () => {
  it.each(IDS)("is what the server does, over fans, teleporters and mud: %s", (id) => {
    const arena = loadArenas().get(id);
    if (arena === undefined) throw new Error(`There is no arena ${id}.`);
    const dice = seededDice(7);
    const { world, players } = worldWith(arena, [arena.spawns[0]?.x ?? 0, arena.spawns[0]?.y ?? 0]);
    const [own] = players;
    let input: PlayerInput = neutralInput(0);
    const seen = new Set<string>();
    for (let tick = 0; tick < 3000; tick++) {
      if (tick % 25 === 0) {
        const { x, y } = arena.spawns[Math.floor(dice() * arena.spawns.length)] ?? own;
        const aim = Math.atan2(y - own.y, x - own.x);
        const move = { moveX: Math.cos(aim), moveY: Math.sin(aim), aim };
        input = sanitizeInput({ ...move, push: dice() < 0.2, dash: dice() < 0.2, brace: dice() < 0.1 });
      }
      const foreseen = copyBody(own);
      const wasFalling = own.action === Action.Falling;
      stepBody(foreseen, input, { ground: world, tick: world.tick + 1, id: "a", dt: DT, emit: () => {} });
      for (const { type } of step(world, { inputs: new Map([["a", [input]]]) }, DT)) seen.add(type);
      if (wasFalling || own.action === Action.Falling) continue;
      const differs = BODY_FIELD_NAMES.filter((name) => own[name] !== foreseen[name]);
      expect({ tick, differs }).toEqual({ tick, differs: [] });
    }
    if (id === "isles") expect(seen).toContain("teleport");
  });
});
