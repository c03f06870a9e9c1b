import { z } from "zod";
import type { OpenBlow } from "#shared/simulation/open-blow.ts";
import type { PushStyle } from "#shared/simulation/pickups/effect.ts";
import { EFFECT_RULES } from "#shared/simulation/pickups/rules.ts";
import type { Player, World } from "#shared/simulation/types.ts";
import { maybe, type Plain, toPlain } from "./plain.ts";
import { blowMeans, bodyForm, inputForm, saveInput } from "./world-form.ts";

const STYLES: ReadonlyMap<string, PushStyle> = new Map(
  Object.values(EFFECT_RULES).flatMap(({ push }) => (push === undefined ? [] : [[push.name, push]])),
);

/** Blows that can still be taken back, with ids in the place of players. */
export const blowsForm = z.array(
  z.strictObject({
    victim: z.string(),
    tick: z.int(),
    before: bodyForm,
    lastHitBy: z.string(),
    lastHitTick: z.int(),
    lastHitMeans: blowMeans,
    inputs: z.array(inputForm),
    hits: z.array(
      z.strictObject({
        push: z.strictObject({
          attacker: z.string(),
          x: z.number(),
          y: z.number(),
          aim: z.number(),
          charge: z.number(),
          style: maybe(z.string().refine((name) => STYLES.has(name), "there is no such push")),
        }),
        blow: z.strictObject({
          attacker: z.string(),
          dx: z.number(),
          dy: z.number(),
          impulse: z.number(),
          wobble: z.number(),
          carryOver: z.number(),
          means: blowMeans,
        }),
      }),
    ),
  }),
);
type SavedBlows = z.output<typeof blowsForm>;

/** The open blows of a world, but those of somebody who has left meanwhile: they are final. */
export function saveBlows({ openBlows, players }: World): Plain {
  const isThere = (player: Player): boolean => players.get(player.id) === player;
  return [...openBlows]
    .filter(([, { hits }]) =>
      hits.every(({ push, blow }) => isThere(push.attacker) && isThere(blow.attacker)),
    )
    .map(([victim, { hits, inputs, ...about }]) =>
      toPlain({ victim, ...about, inputs: inputs.map(saveInput), hits: hits.map(saveHit) }),
    );
}

function saveHit({ push, blow }: OpenBlow["hits"][number]): unknown {
  const { attacker, style, ...aimed } = push;
  const { attacker: dealer, victim: _victim, means, ...dealt } = blow;
  return {
    push: { ...aimed, attacker: attacker.id, style: style?.name },
    blow: { ...dealt, attacker: dealer.id, means },
  };
}

/** The same between these players; one of whom nobody is there is dropped. */
export function loadBlows(saved: SavedBlows, players: ReadonlyMap<string, Player>): World["openBlows"] {
  const blows: World["openBlows"] = new Map();
  for (const { victim: id, hits, ...about } of saved) {
    const victim = players.get(id);
    if (victim === undefined) continue;
    const known = hits.flatMap(({ push, blow }) => {
      const attacker = players.get(push.attacker);
      const dealer = players.get(blow.attacker);
      if (attacker === undefined || dealer === undefined) return [];
      const { means, ...dealt } = blow;
      return {
        push: { ...push, attacker, style: STYLES.get(push.style ?? "") },
        blow: { ...dealt, attacker: dealer, victim, ...(means === undefined ? {} : { means }) },
      };
    });
    blows.set(id, { ...about, hits: known });
  }
  return blows;
}
