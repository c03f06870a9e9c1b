import { neutralInput } from "#shared/simulation/input.ts";
import { Action, type GameEvent, type Player, type PlayerInput } from "#shared/simulation/types.ts";
import { Brains } from "./brains.ts";
import type { Drill, DrillGround } from "./drill.ts";

/** Bots that wait: each stands still until the player pushes it, and then plays until it falls. Or all of them play at once. */
class BotsDrill implements Drill {
  readonly #ground: DrillGround;
  readonly #brains: Brains;
  /** Bots that were pushed, and play. */
  readonly #awake = new Set<string>();

  constructor(ground: DrillGround) {
    this.#ground = ground;
    this.#brains = new Brains(ground);
  }

  get bots(): number {
    return this.#ground.bots;
  }

  think(bot: Player): PlayerInput {
    if (!this.#ground.fight && !this.#awake.has(bot.id)) return neutralInput(bot.aim);
    return this.#brains.think(bot);
  }

  after(events: readonly GameEvent[]): void {
    const { world, self } = this.#ground;
    for (const event of events) {
      if (event.type === "fall") this.#awake.delete(event.id);
      if (event.type !== "hit" || event.by !== self) continue;
      const victim = world.players.get(event.id);
      if (victim?.bot === true && victim.action !== Action.Falling) this.#awake.add(event.id);
    }
  }

  report() {
    return {};
  }
}

/** Bots that wait. */
export function botsDrill(ground: DrillGround): Drill {
  return new BotsDrill(ground);
}
