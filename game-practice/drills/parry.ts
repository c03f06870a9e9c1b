import { bearing, distanceBetween } from "#bots/brain/geometry.ts";
import { Pathfinder } from "#bots/brain/paths.ts";
import type { ParryVerdict, PracticeReport } from "#shared/practice.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import { Action, type GameEvent, type Player, type PlayerInput } from "#shared/simulation/types.ts";
import { PUSH, TICK_MS, ticks } from "#shared/tunables.ts";
import type { Drill, DrillGround } from "./drill.ts";

/** The trainer comes as near as this (tiles): well within its reach, and not in the way. */
const NEAR = 1.9;
/** From so near (tiles) it begins to charge. */
const IN_REACH = 2.6;
/** It charges to the full, so that the rhythm can be heard and seen. */
const CHARGE = ticks(PUSH.chargeTime);
/** Ticks from one push to the next charge, at least. */
const REST = ticks(1.7);
/** A brace this long (ticks) after a push still was meant for it. */
const LATE = ticks(0.4);
const RUN = 0.8;

type Push = NonNullable<PracticeReport["push"]>;

/** A bot that charges and pushes in a rhythm, and what the player makes of it. */
class ParryDrill implements Drill {
  readonly bots = 1;
  readonly #ground: DrillGround;
  readonly #paths = new Pathfinder();
  #push: Push | undefined;
  /** When the next one may begin (tick). */
  #ready: number;
  /** What has come of the push. */
  #outcome: { let: boolean; parried: boolean; struck: boolean } = newOutcome();
  /** Press of the brace for it, less the push (ticks). */
  #press: number | undefined;
  #held = false;
  #last: PracticeReport["last"];
  #parried = 0;
  #streak = 0;
  #pushes = 0;

  constructor(ground: DrillGround) {
    this.#ground = ground;
    this.#ready = ground.world.tick + REST;
  }

  think(bot: Player): PlayerInput {
    const { world, self } = this.#ground;
    const player = world.players.get(self);
    const tick = world.tick + 1;
    if (player === undefined || player.action === Action.Falling) return neutralInput(bot.aim);
    const aim = bearing(bot, player);
    const distance = distanceBetween(bot, player);
    if (this.#push === undefined && this.#mayBegin(bot, player, distance, tick)) this.#begin(tick);
    const charges = this.#push !== undefined && tick < this.#push.at;
    if (charges || distance < NEAR) return { ...neutralInput(aim), push: charges };
    const way = this.#paths.next(world, bot, player, tick);
    const heading = bearing(bot, way);
    return { ...neutralInput(aim), moveX: Math.cos(heading) * RUN, moveY: Math.sin(heading) * RUN };
  }

  after(events: readonly GameEvent[], own: readonly PlayerInput[]): void {
    const { world } = this.#ground;
    this.#noticePress(own);
    if (this.#push === undefined) return;
    for (const event of events) this.#notice(event, this.#push);
    const { at } = this.#push;
    // Knocked out of it, or the player has fallen before it came.
    if (world.tick >= at && !this.#outcome.let) this.#end();
    else if (world.tick >= at + LATE || (this.#outcome.parried && world.tick >= at)) this.#judge();
  }

  report(): Partial<PracticeReport> {
    const counts = { parried: this.#parried, streak: this.#streak, pushes: this.#pushes };
    return {
      ...counts,
      ...(this.#push === undefined ? {} : { push: this.#push }),
      ...(this.#last === undefined ? {} : { last: this.#last }),
    };
  }

  #mayBegin(bot: Player, player: Player, distance: number, tick: number): boolean {
    if (tick < this.#ready || distance > IN_REACH || this.#ground.world.phase === "lobby") return false;
    return bot.action === Action.Idle && bot.pushCooldown === 0 && player.protectTicks < CHARGE;
  }

  #begin(tick: number): void {
    this.#push = { from: tick, at: tick + CHARGE };
    this.#outcome = newOutcome();
    this.#press = undefined;
  }

  /** The press that counts is the one nearest to the push: those before it that were let go again are worth nothing. */
  #noticePress(own: readonly PlayerInput[]): void {
    const { tick } = this.#ground.world;
    for (const { brace, seen } of own) {
      const isNew = brace && !this.#held;
      this.#held = brace;
      if (!isNew || this.#push === undefined) continue;
      const { at } = this.#push;
      // A press that comes when the push has landed was made when the page had this state.
      const made = tick < at ? tick : (seen ?? tick);
      const offset = made - at;
      if (this.#press === undefined || Math.abs(offset) < Math.abs(this.#press)) this.#press = offset;
    }
  }

  #notice(event: GameEvent, { at }: Push): void {
    const { self, world } = this.#ground;
    if (event.type === "push" && event.tick === at && world.players.get(event.id)?.bot === true)
      this.#outcome.let = true;
    if (event.tick < at || !("id" in event) || event.id !== self) return;
    if (event.type === "parry") this.#outcome.parried = true;
    if (event.type === "hit" || event.type === "braced") this.#outcome.struck = true;
  }

  #judge(): void {
    const verdict = verdictOf(this.#outcome, this.#press);
    if (verdict !== "clear") {
      this.#pushes += 1;
      this.#parried += verdict === "right" ? 1 : 0;
      this.#streak = verdict === "right" ? this.#streak + 1 : 0;
    }
    const number = (this.#last?.number ?? 0) + 1;
    const offset = this.#press === undefined ? {} : { offsetMs: this.#press * TICK_MS };
    this.#last = { verdict, number, ...offset };
    // Each try is like the first: wobble would throw the player farther and farther.
    const player = this.#ground.world.players.get(this.#ground.self);
    if (player !== undefined) player.wobble = 0;
    this.#end();
  }

  #end(): void {
    this.#push = undefined;
    this.#ready = this.#ground.world.tick + REST;
  }
}

function newOutcome() {
  return { let: false, parried: false, struck: false };
}

function verdictOf(
  { parried, struck }: { parried: boolean; struck: boolean },
  press: number | undefined,
): ParryVerdict {
  if (parried) return "right";
  if (!struck) return "clear";
  if (press === undefined) return "none";
  return press < 0 ? "early" : "late";
}

/** A trainer for the parry. */
export function parryDrill(ground: DrillGround): Drill {
  return new ParryDrill(ground);
}
