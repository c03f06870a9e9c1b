import { createBody } from "#shared/simulation/body.ts";
import { Action, type Player, type World } from "#shared/simulation/types.ts";
import { ticks } from "#shared/tunables.ts";
import { DUEL_SPAWNS } from "./arena.ts";

/** A round that nobody has won after this long (s) is a draw. */
const ROUND_LIMIT_S = 20;
/**
 * Protection (s) at the start of a round, so that it begins for both when they see it: more than the worst line of the
 * experiment needs to tell.
 */
const READY_S = 1.2;

/** What came of the rounds of a room: names of the losers in order; a draw has none. */
export interface Rounds {
  readonly losers: readonly string[];
  readonly draws: number;
}

/**
 * Lets two players fight one round after another: who falls first has lost, then both begin anew, rested and without
 * wobble, on the other's side. Both on the floor at once, or nobody for a while, is a draw.
 */
export class Referee {
  readonly #losers: string[] = [];
  #draws = 0;
  #rounds = 0;
  #endsAt = 0;
  #running = false;

  /** What came of the rounds so far. */
  get rounds(): Rounds {
    return { losers: [...this.#losers], draws: this.#draws };
  }

  /** Looks at the world after a step, and puts the two back when a round is over. */
  watch(world: World): void {
    const players = [...world.players.values()];
    if (players.length !== 2 || world.phase !== "playing") {
      this.#running = false;
      return;
    }
    if (!this.#running) {
      this.#begin(world, players);
      return;
    }
    const fallen = players.filter((player) => player.action === Action.Falling);
    if (fallen.length === 0 && world.tick < this.#endsAt) return;
    const [loser] = fallen;
    if (fallen.length === 1 && loser !== undefined) this.#losers.push(loser.name);
    else this.#draws += 1;
    this.#begin(world, players);
  }

  #begin(world: World, players: readonly Player[]): void {
    this.#running = true;
    this.#rounds += 1;
    this.#endsAt = world.tick + ticks(ROUND_LIMIT_S);
    for (const [seat, player] of players.entries()) place(world, player, (seat + this.#rounds) % 2);
  }
}

function place(world: World, player: Player, side: number): void {
  const spawn = DUEL_SPAWNS[side % 2 === 0 ? 0 : 1];
  const { held } = player;
  Object.assign(player, createBody(spawn.x, spawn.y, side % 2 === 0 ? 0 : Math.PI));
  // A button that is down stays down: it must be pressed again to count as pressed.
  player.held = held;
  player.protectTicks = ticks(READY_S);
  player.wobble = 80;
  player.lastHitBy = "";
  player.bornTick = world.tick;
  world.openBlows.delete(player.id);
}
