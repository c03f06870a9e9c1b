import { KING } from "../../mode-tunables.ts";
import { TICK_RATE } from "../../tunables.ts";
import { crownOf, giveCrown } from "../things/crown.ts";
import { addThing } from "../things/things.ts";
import { Action } from "../types.ts";
import { brawl } from "./brawl.ts";
import { worthOfSecond } from "./comeback.ts";
import { countFall } from "./count-fall.ts";
import type { Mode } from "./mode.ts";
import { placesOf } from "./places.ts";

/**
 * One crown: a point for each whole second that somebody bears it at a stretch. Whoever pushes its bearer off takes it; a bearer
 * who falls by themselves loses it to its place. `worn` of `world.counts` are the ticks since the last point.
 */
export const king: Mode = {
  ...brawl,
  id: "king",
  name: "King",
  timeLimit: KING.time,
  needs: ["crown"],
  setup(world) {
    const [place] = placesOf(world, "crown");
    if (place !== undefined) addThing(world, { kind: "crown", x: place.x, y: place.y, owner: "", until: 0 });
  },
  fell(world, player, killer, emit) {
    countFall(player, killer);
    const crown = crownOf(world);
    if (crown?.owner !== player.id) return;
    // Who pushed and falls as well cannot take it along.
    const taker = killer !== undefined && killer.action !== Action.Falling ? killer.id : "";
    giveCrown(world, crown, taker, emit);
  },
  tick(world, emit) {
    const bearer = world.players.get(crownOf(world)?.owner ?? "");
    if (bearer === undefined) return;
    const worn = (world.counts.get("worn") ?? 0) + 1;
    world.counts.set("worn", worn % TICK_RATE);
    if (worn < TICK_RATE) return;
    const most = Math.max(...[...world.players.values()].map(({ points }) => points));
    const points = worthOfSecond(world, bearer.points, most);
    bearer.points += points;
    const { id, x, y } = bearer;
    emit({ type: "points", tick: world.tick, id, team: -1, points, x, y });
  },
  isDecided: ({ players }) => [...players.values()].some(({ points }) => points >= KING.goal),
  score: ({ points }) => points,
  compare: (a, b) => b.points - a.points || b.knockouts - a.knockouts || a.falls - b.falls,
};
