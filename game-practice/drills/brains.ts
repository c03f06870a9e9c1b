import { type Brain, createBrain } from "#bots/brain/brain.ts";
import { skillOf } from "#bots/brain/skills.ts";
import { viewOf } from "#bots/brain/view.ts";
import type { Arena } from "#shared/arena/arena.ts";
import type { BotSkill } from "#shared/bot-skills.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import { isStill } from "#shared/simulation/pause.ts";
import type { Player, PlayerInput } from "#shared/simulation/types.ts";
import type { DrillGround } from "./drill.ts";

/** The brains of bots that play: a new one for each when they are to be better or worse, or are elsewhere. */
export class Brains {
  readonly #ground: DrillGround;
  readonly #brains = new Map<string, Brain>();
  #arena: Arena | undefined;
  #skill: BotSkill | undefined;

  constructor(ground: DrillGround) {
    this.#ground = ground;
  }

  /** What a bot does in the step that is about to run. */
  think(bot: Player): PlayerInput {
    const { world, skill } = this.#ground;
    if (world.arena !== this.#arena || skill !== this.#skill) {
      // They remember places.
      this.#brains.clear();
      this.#arena = world.arena;
      this.#skill = skill;
    }
    if (isStill(world.resumesAt, world.tick + 1)) return neutralInput(bot.aim);
    const number = this.#brains.size;
    const brain = this.#brains.get(bot.id) ?? createBrain(skillOf(skill, number), number + 1);
    this.#brains.set(bot.id, brain);
    return brain.think(viewOf(world, bot));
  }
}
