import { HILL } from "../../mode-tunables.ts";
import { nextRandom } from "../../random.ts";
import { STAMPEDE, TICK_RATE, ticks } from "../../tunables.ts";
import { isSolid } from "../contacts.ts";
import type { Thing } from "../things/thing.ts";
import { addThing, removeThing } from "../things/things.ts";
import type { Place } from "../tick-input.ts";
import type { GameEvent, Player, World } from "../types.ts";
import { brawl } from "./brawl.ts";
import { worthOfSecond } from "./comeback.ts";
import { countFall } from "./count-fall.ts";
import type { Mode } from "./mode.ts";
import { spawnsNear } from "./near-the-crowd.ts";
import { placesOf } from "./places.ts";

type Emit = (event: GameEvent) => void;

/** What is different from one Hill to another. */
interface Size {
  readonly zones: number;
  readonly radius: number;
  readonly stay: number;
  readonly warning: number;
  readonly goal: number;
}

/**
 * Two teams and zones that move. A team that is alone in one gets a point for each second; nobody gets anything while both are
 * in it. Things: `zone`, whose owner is the number of the team that holds it, or empty; `zone-next` where one will be next, whose
 * owner is the id of that zone. `world.counts`: `stay` are the ticks until zones move, `held:ZONE` those held since the last point.
 */
function hillOf(
  about: Pick<Mode, "id" | "name" | "maxPlayers" | "fillTo" | "stepsTogether">,
  size: Size,
): Mode {
  return {
    ...about,
    timeLimit: HILL.time,
    teams: 2,
    needs: ["zone"],
    setup(world) {
      for (let zone = 0; zone < size.zones; zone++) {
        const place = freePlace(world);
        if (place !== undefined) addThing(world, { ...placed("zone", place), owner: "" });
      }
      world.counts.set("stay", ticks(size.stay));
    },
    tick(world, emit) {
      const stay = (world.counts.get("stay") ?? 0) - 1;
      world.counts.set("stay", stay > 0 ? stay : ticks(size.stay));
      if (stay === ticks(size.warning)) announce(world, emit);
      if (stay <= 0) move(world, emit);
      for (const zone of thingsOf(world, "zone")) hold(world, zone, size.radius, emit);
    },
    fell: (_world, player, killer) => countFall(player, killer),
    isDecided: ({ teamPoints }) => teamPoints.some((points) => points >= size.goal),
    result({ teamPoints, players }) {
      const best = Math.max(...teamPoints);
      return [...players.values()].filter(({ team }) => teamPoints[team] === best).map(({ id }) => id);
    },
    score: ({ points }) => points,
    compare: (a, b) => b.points - a.points || b.knockouts - a.knockouts || a.falls - b.falls,
  };
}

const { maxPlayers, fillTo } = brawl;

/** Two teams and a zone that moves: a team that is alone in it gets points. */
export const hill: Mode = hillOf({ id: "hill", name: "Hill", maxPlayers, fillTo }, { ...HILL, zones: 1 });

/** The same for a crowd on a huge arena, with several zones at once. */
export const stampedeHill: Mode = {
  ...hillOf(
    {
      id: "stampede-hill",
      name: "Stampede Hill",
      maxPlayers: STAMPEDE.maxPlayers,
      fillTo: STAMPEDE.fillTo,
      stepsTogether: STAMPEDE.stepsTogether,
    },
    HILL.crowd,
  ),
  spawnsFor: (world) => spawnsNear(world, thingsOf(world, "zone")),
};

function placed(kind: string, { x, y }: Place): Omit<Thing, "id" | "owner"> {
  return { kind, x, y, until: 0 };
}

function thingsOf({ things }: World, kind: string): Thing[] {
  return [...things.values()].filter((thing) => thing.kind === kind);
}

/** One of the places where no zone is or will be, by the dice of the world. */
function freePlace(world: World): Place | undefined {
  const taken = [...thingsOf(world, "zone"), ...thingsOf(world, "zone-next")];
  const free = placesOf(world, "zone").filter((place) => !taken.some((zone) => isAt(zone, place)));
  const random = nextRandom(world.seed);
  world.seed = random.state;
  return free[Math.floor(random.value * free.length)];
}

/** A thing lies where what travels of its place can be: less than a hundredth of a tile beside it. */
function isAt(thing: Place, place: Place): boolean {
  return Math.abs(thing.x - place.x) < 0.01 && Math.abs(thing.y - place.y) < 0.01;
}

/** Says where zones will be next. One for which there is no other place stays. */
function announce(world: World, emit: Emit): void {
  for (const zone of thingsOf(world, "zone")) {
    const place = freePlace(world);
    if (place === undefined) continue;
    const next = addThing(world, { ...placed("zone-next", place), owner: String(zone.id) });
    emit({ type: "zone", tick: world.tick, zone: zone.id, x: next.x, y: next.y, phase: "soon" });
  }
}

function move(world: World, emit: Emit): void {
  for (const next of thingsOf(world, "zone-next")) {
    removeThing(world, next);
    const zone = world.things.get(Number(next.owner));
    if (zone === undefined) continue;
    zone.x = next.x;
    zone.y = next.y;
    emit({ type: "zone", tick: world.tick, zone: zone.id, x: zone.x, y: zone.y, phase: "now" });
  }
}

/** Sees who is in a zone, and counts for a team that is alone in it. */
function hold(world: World, zone: Thing, radius: number, emit: Emit): void {
  const inside = [...world.players.values()].filter((player) => isInside(player, zone, radius));
  const [team] = inside.map((player) => player.team);
  const isAlone = team !== undefined && inside.every((player) => player.team === team);
  zone.owner = isAlone ? String(team) : "";
  if (!isAlone) return;
  const key = `held:${zone.id}`;
  const held = (world.counts.get(key) ?? 0) + 1;
  world.counts.set(key, held % TICK_RATE);
  if (held < TICK_RATE) return;
  const before = world.teamPoints[team] ?? 0;
  const points = worthOfSecond(world, before, Math.max(...world.teamPoints));
  world.teamPoints[team] = before + points;
  for (const player of inside) player.points += 1;
  emit({ type: "points", tick: world.tick, id: "", team, points, x: zone.x, y: zone.y });
}

function isInside(player: Player, zone: Thing, radius: number): boolean {
  return isSolid(player) && (player.x - zone.x) ** 2 + (player.y - zone.y) ** 2 <= radius * radius;
}
