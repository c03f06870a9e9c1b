import type { Player, PlayerInput } from "#shared/simulation/types.ts";
import { Brains } from "./brains.ts";
import type { Drill, DrillGround } from "./drill.ts";

/** A match as it is played with others, but that they are bots. */
class MatchDrill implements Drill {
  readonly #ground: DrillGround;
  readonly #brains: Brains;

  constructor(ground: DrillGround) {
    this.#ground = ground;
    this.#brains = new Brains(ground);
  }

  get bots(): number {
    return this.#ground.bots;
  }

  think(bot: Player): PlayerInput {
    return this.#brains.think(bot);
  }

  after() {}

  report() {
    return {};
  }
}

/** A match. */
export function matchDrill(ground: DrillGround): Drill {
  return new MatchDrill(ground);
}
