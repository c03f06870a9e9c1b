import type { PlayerInput } from "#shared/simulation/types.ts";
import type { Profile } from "./profiles.ts";
import { HOMES, meadowForTwo } from "./scripts.ts";
import { virtualMatch } from "./virtual-match.ts";
import type { VirtualPage } from "./virtual-page.ts";
import { TRUE_CLOCK } from "./virtual-time.ts";

/** What it brings to let the time of one's page run faster. */
export interface HasteFigures {
  /** Inputs a second that each page made. */
  inputs: { honest: number; hasty: number };
  /** Way (tiles) that each character made in a second. */
  speed: { honest: number; hasty: number };
}

export interface HasteOptions {
  /** How many times as fast the time of one page runs. */
  haste?: number;
  seconds?: number;
  /** Join options of the room. */
  room?: object;
}

/** Radius (tiles) of the circle on which they run. */
const RADIUS = 6;

/** Lets an honest page and one whose time runs `haste` times as fast run in circles at full speed. */
export async function measureHaste(
  profile: Profile,
  { haste = 2, seconds = 30, room }: HasteOptions = {},
): Promise<HasteFigures> {
  const way = new Map<string, number>();
  const before = new Map<string, { x: number; y: number }>();
  const match = await virtualMatch({
    arena: meadowForTwo(),
    seed: 3,
    ...(room === undefined ? {} : { room }),
    onStep(world) {
      for (const [id, { x, y }] of world.players) {
        const last = before.get(id) ?? { x, y };
        way.set(id, (way.get(id) ?? 0) + Math.hypot(x - last.x, y - last.y));
        before.set(id, { x, y });
      }
    },
  });
  try {
    const open = (index: 0 | 1, driftPpm: number) =>
      match.open({
        name: index === 0 ? "Ann" : "Bob",
        link: profile.link,
        seed: 5 + index,
        clock: { ...TRUE_CLOCK, driftPpm },
        play: circle(HOMES[index]),
      });
    const honest = await open(0, 0);
    const hasty = await open(1, (haste - 1) * 1e6);
    await match.run(6);
    for (const page of [honest, hasty]) {
      way.set(page.id, 0);
      page.ticks = 0;
    }
    // Whoever cheats would not let the server tell them to slow down.
    hasty.match.switches.pacing = false;
    await match.run(seconds);
    const speed = ({ id }: VirtualPage) => (way.get(id) ?? 0) / seconds;
    return {
      inputs: { honest: honest.ticks / seconds, hasty: hasty.ticks / seconds },
      speed: { honest: speed(honest), hasty: speed(hasty) },
    };
  } finally {
    await match.end();
  }
}

/** Runs around a place. */
function circle(home: { readonly x: number; readonly y: number }) {
  return (page: VirtualPage): Partial<PlayerInput> => {
    const body = page.inMatch ? page.match.prediction?.body : undefined;
    if (body === undefined) return {};
    const [dx, dy] = [body.x - home.x, body.y - home.y];
    const far = Math.hypot(dx, dy);
    const angle = Math.atan2(dy, dx) + Math.PI / 2 + Math.max(-1, Math.min(1, (far - RADIUS) / 2));
    return { moveX: Math.cos(angle), moveY: Math.sin(angle) };
  };
}
