import { ringTiles } from "../arena/sunken.ts";
import { eyeOf } from "../eye.ts";
import { burst, crumbs, dustRing, flash, hoop, ring } from "./bursts.ts";
import type { Reactions } from "./reactions.ts";

/** Shake of the camera when a ring begins to shake, and when it falls, 0..1. */
const SHAKE = { soon: 0.2, sinks: 0.5 } as const;
/** At most so many places of a ring throw dust: a ring has a hundred tiles, and there are as many particles in all. */
const DUSTY = 14;
/** Height of a head over the ground (tiles). */
const HEAD = 0.7;

/** What the events of the modes look like; what is not here has its place in the HUD. */
export const MODE_REACTIONS: Pick<Reactions, "crown" | "zone" | "round" | "sink" | "out" | "points"> = {
  crown({ id, x, y }, show) {
    if (id === "") {
      dustRing(show, x, y + 0.2, 5, 0, Math.PI);
      hoop(show, x, y, 0.3, 1.2, 0.4);
      return;
    }
    flash(show, x, y - HEAD, 1.1);
    hoop(show, x, y, 0.4, 2, 0.5);
    ring(show, "star", x, y - HEAD, 9, 5.5, 0.6);
  },
  zone({ x, y, phase }, show) {
    if (phase === "soon") return;
    hoop(show, x, y, 0.6, 5.4, 0.6);
    ring(show, "dust", x, y, 12, 4.5, 0.7);
  },
  sink({ ring: number, phase }, show) {
    const tiles = ringTiles(show.view.arena, number);
    const every = Math.max(1, Math.ceil(tiles.length / DUSTY));
    for (let at = 0; at < tiles.length; at += every) {
      const tile = tiles[at];
      if (tile !== undefined) crumbs(show, tile.column + 0.5, tile.row + 0.5, phase === 1 ? 2 : 7);
    }
    show.rig.shake(phase === 1 ? SHAKE.soon : SHAKE.sinks);
  },
  out({ id }, show) {
    const player = show.view.players.get(id);
    if (player === undefined || player.id === eyeOf(show.view)?.id) return;
    ring(show, "star", player.x, player.y, 6, 6, 0.6);
  },
  points({ x, y }, show) {
    burst(show, "spark", x, y - HEAD, { count: 3, aim: -Math.PI / 2, spread: 0.7, speed: 4, size: 0.7 });
  },
  round() {},
};
