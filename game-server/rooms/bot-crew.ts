import { type Brain, createBrain } from "#bots/brain/brain.ts";
import { skillOf } from "#bots/brain/skills.ts";
import { viewOf } from "#bots/brain/view.ts";
import { botName } from "#room/names.ts";
import type { Seats } from "#room/seats.ts";
import type { Arena } from "#shared/arena/arena.ts";
import type { BotSkill } from "#shared/bot-skills.ts";
import { LOOKS, packLook } from "#shared/look.ts";
import { neutralInput, sanitizeInput } from "#shared/simulation/input.ts";
import { isStill } from "#shared/simulation/pause.ts";
import type { PlayerInput, World } from "#shared/simulation/types.ts";

/** The bots of a room: they take seats that nobody has and give them up when people come. */
export class BotCrew {
  readonly #seats: Seats;
  #bots: number;
  #skill: BotSkill;
  readonly #maxPlayers: number;
  readonly #allow: (bots: number) => number;
  /** By id of the bot, or of the person for whom one plays, with the number that it was hired as. */
  readonly #brains = new Map<string, { readonly number: number; brain: Brain }>();
  /** Where the brains are: they remember places. */
  #arena: Arena | undefined;
  #hired = 0;

  /**
   * `bots` is how many there are beside a single person, or without any; each further person who plays replaces one. `allow`
   * says how many of the wanted ones there may be now.
   */
  constructor(
    seats: Seats,
    bots: number,
    skill: BotSkill,
    maxPlayers: number,
    allow: (bots: number) => number = (wanted) => wanted,
  ) {
    this.#allow = allow;
    this.#seats = seats;
    this.#bots = bots;
    this.#skill = skill;
    this.#maxPlayers = maxPlayers;
  }

  /** Wants another number of bots from the next `fill` on, or better or worse ones at once. */
  change(bots: number, skill = this.#skill): void {
    this.#bots = bots;
    if (skill === this.#skill) return;
    this.#skill = skill;
    this.#thinkAfresh();
  }

  /** Brings the number of bots to what it should be with the people who are here now. Returns whether that changed it. */
  fill(): boolean {
    const { people } = this.#seats;
    const wanted = this.#allow(
      Math.max(0, Math.min(this.#bots - Math.max(0, people - 1), this.#maxPlayers - people)),
    );
    const present = this.#seats.bots;
    for (let count = present.length; count < wanted; count++) this.#hire();
    for (const id of present.slice(wanted)) {
      this.#seats.leave(id);
      this.#brains.delete(id);
    }
    return present.length !== wanted;
  }

  /** How many have ever been hired, and who plays, by the number that they were hired as. */
  save(): { readonly hired: number; readonly numbers: ReadonlyMap<string, number> } {
    return {
      hired: this.#hired,
      numbers: new Map([...this.#brains].map(([id, { number }]) => [id, number])),
    };
  }

  /** Goes on with bots that have seats already, who begin to think. */
  restore({ hired, numbers }: ReturnType<BotCrew["save"]>): void {
    this.#hired = hired;
    for (const [id, number] of numbers) this.#engage(id, number);
  }

  /** Lets a bot play with the character of a person, or them again. */
  standIn(id: string, on: boolean): void {
    if (!on) this.#brains.delete(id);
    else if (!this.#brains.has(id)) this.#engage(id, this.#hired++);
  }

  /** Adds what each bot does in this tick to the inputs of the tick. In the lobby they wait as everybody does. */
  think(world: World, inputs: Map<string, readonly PlayerInput[]>): void {
    if (this.#arena !== world.arena) {
      this.#arena = world.arena;
      this.#thinkAfresh();
    }
    for (const [id, { brain }] of this.#brains) {
      const self = world.players.get(id);
      if (self === undefined) continue;
      const isCalm = world.phase === "lobby" || isStill(world.resumesAt, world.tick + 1);
      const input = isCalm ? neutralInput(self.aim) : brain.think(viewOf(world, self));
      inputs.set(id, [sanitizeInput(input)]);
    }
  }

  #thinkAfresh(): void {
    for (const known of this.#brains.values()) known.brain = this.#brainOf(known.number);
  }

  #brainOf(number: number): Brain {
    return createBrain(skillOf(this.#skill, number), number + 1);
  }

  #hire(): void {
    const number = this.#hired++;
    // No session id of Colyseus looks like this, so the two cannot meet.
    const id = `bot:${number}`;
    const look = packLook({
      color: (number * 5 + 3) % LOOKS.colors,
      pattern: number % LOOKS.patterns,
      hat: (number * 3 + 1) % LOOKS.hats,
    });
    this.#seats.take(id, botName(number), look, true);
    this.#engage(id, number);
  }

  #engage(id: string, number: number): void {
    this.#brains.set(id, { number, brain: this.#brainOf(number) });
  }
}
