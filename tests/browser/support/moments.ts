import { rimOf } from "#shared/simulation/rim.ts";
import { crownOf } from "#shared/simulation/things/crown.ts";
import { Action, type Player, type World } from "#shared/simulation/types.ts";
import { ticks } from "#shared/tunables.ts";
import { distance } from "./ways.ts";

/** A moment of a mode: the event that it begins with, how many frames later it looks best, and how it comes about. */
export interface Moment {
  readonly name: string;
  readonly event: string;
  readonly frames: number;
  readonly cause: (world: World, star: Player) => void;
}

/** Puts the star where they see a ring that is about to go: on one that stands for longer. */
function toRim({ arena, sunk }: World, star: Player): void {
  const { rings } = rimOf(arena);
  const places = (ring: number) =>
    [...rings.keys()]
      .filter((tile) => rings[tile] === ring)
      .map((tile) => ({ x: (tile % arena.width) + 0.5, y: Math.floor(tile / arena.width) + 0.5 }));
  const [going = star] = places(sunk);
  const [place = star] = places(sunk + 2).sort((a, b) => distance(a, going) - distance(b, going));
  Object.assign(star, { ...place, vx: 0, vy: 0 });
}

/** The modes, where they are played, and what is to be seen of them. */
export const MODES: readonly (readonly [mode: string, arena: string, bots: number, ...moments: Moment[]])[] =
  [
    [
      "hill",
      "keep",
      15,
      {
        name: "zone-soon",
        event: "zone",
        frames: 25,
        cause: (world) => void world.counts.set("stay", ticks(5) + 2),
      },
      { name: "zone-now", event: "zone", frames: 12, cause: (world) => void world.counts.set("stay", 2) },
    ],
    [
      "push-ball",
      "frost",
      15,
      {
        name: "goal",
        event: "goal",
        frames: 8,
        cause({ ball, arena }, star) {
          const goal = arena.marks.find(({ kind, team }) => kind === "goal" && team !== star.team);
          const isWest = (goal?.x ?? 0) < arena.width / 2;
          Object.assign(star, { x: goal?.x, y: (goal?.y ?? 0) + 2.3, vx: 0, vy: 0 });
          if (ball === undefined) throw new Error("There is no ball.");
          Object.assign(ball, {
            x: (goal?.x ?? 0) + (isWest ? 2 : -2),
            y: goal?.y,
            vx: isWest ? -8 : 8,
            vy: 0,
            out: 0,
          });
          ball.touches[star.team] = { id: star.id, age: 0 };
        },
      },
    ],
    [
      "king",
      "windmill",
      15,
      {
        name: "crown",
        event: "crown",
        frames: 14,
        cause(world, star) {
          const crown = crownOf(world);
          if (crown !== undefined) Object.assign(crown, { x: star.x, y: star.y, owner: "" });
        },
      },
    ],
    [
      "last",
      "meadow",
      15,
      {
        name: "rim-shakes",
        event: "sink",
        frames: 12,
        cause(world, star) {
          toRim(world, star);
          world.counts.set("calm", 1);
        },
      },
      {
        name: "rim-sinks",
        event: "sink",
        frames: 8,
        cause(world, star) {
          toRim(world, star);
          world.sinksAt = world.tick + 20;
        },
      },
    ],
    ["brawl", "beltway", 15],
    ["stampede", "badlands", 47],
    [
      "stampede-hill",
      "archipelago",
      47,
      {
        name: "zone-soon",
        event: "zone",
        frames: 25,
        cause(world, star) {
          // Whoever is far from all zones does not hear of them.
          joinIn(world, star);
          world.counts.set("stay", ticks(10) + 2);
        },
      },
    ],
  ];

/** Bots do nothing to anybody. */
export function calm({ players }: World): void {
  for (const player of players.values()) if (player.bot) player.action = Action.Idle;
}

/** Puts the star where things happen: beside the ball, in a zone or before the crown, else among the others. */
export function joinIn({ ball, things, players }: World, star: Player): void {
  const [thing] = [...things.values()].filter(({ kind }) => kind === "zone" || kind === "crown");
  const [other] = [...players.values()].filter(({ id, action }) => id !== star.id && action === Action.Idle);
  const { x, y } = ball ?? thing ?? other ?? star;
  Object.assign(star, { x: x - 1.5, y: y + 0.5, vx: 0, vy: 0 });
}
