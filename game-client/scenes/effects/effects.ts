import type { MatchView } from "#player/netcode/match-view.ts";
import type { GameEvent } from "#shared/simulation/types.ts";
import type { ArenaThings } from "../arena/things.ts";
import type { CameraRig } from "../camera-rig.ts";
import type { Cast } from "../characters/cast.ts";
import type { Kit } from "../kit.ts";
import type { Bend } from "./bend.ts";
import { DamageNumbers } from "./numbers.ts";
import { Particles } from "./particles.ts";
import { REACTIONS } from "./reactions.ts";
import { Ropes } from "./ropes.ts";
import { Trails } from "./trails.ts";
import { Waves } from "./waves.ts";

/** Particles at a time above the actors and on the ground. */
const COUNT = { above: 260, below: 120 } as const;

/** What an event may set off. */
export interface Show {
  readonly view: MatchView;
  readonly cast: Cast;
  readonly things: ArenaThings;
  readonly rig: CameraRig;
  readonly above: Particles;
  readonly below: Particles;
  readonly waves: Waves;
  readonly numbers: DamageNumbers;
  readonly ropes: Ropes;
  /** 1 with all effects, less with fewer: how many particles of a burst are worth it. */
  readonly plenty: number;
  /** Whether blows flash. */
  readonly flashes: boolean;
  /** Wobble (percent) of players as last drawn: what a hit added is the difference. */
  readonly wobble: Map<string, number>;
}

const PLENTY = { full: 1, medium: 0.6, low: 0.2 } as const;

/** Turns the events of a match into waves, particles, numbers and shakes. */
export class Effects {
  readonly #kit: Kit;
  readonly #show: Omit<Show, "view" | "plenty" | "flashes"> & {
    view: MatchView;
    plenty: number;
    flashes: boolean;
  };
  readonly #trails: Trails;
  readonly #bend: Bend | undefined;

  constructor(kit: Kit, view: MatchView, cast: Cast, things: ArenaThings, rig: CameraRig, bend?: Bend) {
    this.#kit = kit;
    this.#bend = bend;
    this.#show = {
      view,
      cast,
      things,
      rig,
      below: new Particles(kit, "shadows", COUNT.below),
      waves: new Waves(kit),
      above: new Particles(kit, "effects", COUNT.above),
      numbers: new DamageNumbers(kit),
      ropes: new Ropes(kit),
      plenty: 1,
      flashes: true,
      wobble: new Map(),
    };
    this.#trails = new Trails(this.#show.below, this.#show.above);
  }

  /** Goes on with what happens in another view of the same match. */
  goOn(view: MatchView): void {
    this.#show.view = view;
  }

  update(dt: number): void {
    const show = this.#show;
    const quality = this.#kit.quality();
    const { moves } = this.#kit.settings();
    show.plenty = PLENTY[quality] * moves.bursts;
    show.flashes = moves.flashes;
    for (const event of show.view.events) react(event, show);
    show.view.players.forEach(({ wobble }, id) => {
      if (show.wobble.get(id) !== wobble) show.wobble.set(id, wobble);
    });
    this.#trails.update(show.view, show.cast, dt, show.plenty);
    show.below.update(dt);
    show.above.update(dt);
    show.waves.update(dt);
    show.numbers.update(dt, moves.jumps);
    show.ropes.update(show.view, dt);
    this.#bend?.update(show.waves.waves, show.rig, quality === "full" && moves.bends);
  }

  destroy(): void {
    this.#bend?.update([], this.#show.rig, false);
    const { below, above, waves, numbers, ropes } = this.#show;
    for (const part of [below, above, waves, numbers, ropes]) part.destroy();
  }
}

function react<T extends GameEvent["type"]>(event: Extract<GameEvent, { type: T }>, show: Show): void {
  REACTIONS[event.type as T](event, show);
}
