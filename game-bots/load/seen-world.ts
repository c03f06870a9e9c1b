import { knowledgeOf } from "#bots/brain/knowledge.ts";
import { type BrainView, type MatchKnowledge, PLAIN, type SeenPlayer } from "#bots/brain/view.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { createBody } from "#shared/simulation/body.ts";
import { BODY_FIELD_NAMES } from "#shared/simulation/body-fields.ts";
import { Action, type Body } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { PlayerState } from "#shared/state/player-state.ts";
import { toldCharge } from "#shared/state/told-charge.ts";
import { DT } from "#shared/tunables.ts";

type Seen = { -readonly [K in keyof SeenPlayer]: SeenPlayer[K] };

/**
 * What a brain sees of a match through the wire: the own body as the server told it, the others with the pace at
 * which they were seen to move.
 */
export class SeenWorld {
  readonly arena: Arena;
  readonly #selfId: string;
  readonly #others = new Map<string, Seen>();
  readonly #self: Body = createBody(0, 0);
  #crumbles: number[] = [];
  #sunk = 0;
  #knowledge: MatchKnowledge = PLAIN;
  #stateTick = 0;
  #thoughts = 0;
  #present = false;

  constructor(arena: Arena, selfId: string) {
    this.arena = arena;
    this.#selfId = selfId;
  }

  /** Takes in the state after a patch. */
  receive(state: ArenaState): void {
    const seconds = (state.tick - this.#stateTick) * DT;
    this.#stateTick = state.tick;
    this.#present = false;
    for (const [id, player] of state.players) {
      if (id === this.#selfId) {
        this.#feel(player);
        this.#present = true;
      } else this.#see(id, player, state.seats.get(id)?.team ?? 0, seconds);
    }
    for (const id of this.#others.keys()) if (!state.players.has(id)) this.#others.delete(id);
    this.#crumbles = [...state.crumbles];
    this.#sunk = state.sunk;
    this.#knowledge = knowledgeOf(state, this.#selfId);
  }

  /** Whether the own character is there. */
  get isPresent(): boolean {
    return this.#present;
  }

  /** What there is to see in the next tick. */
  view(): BrainView {
    this.#thoughts += 1;
    return {
      tick: this.#thoughts,
      self: this.#self,
      others: [...this.#others.values()],
      ...this.#knowledge,
      ground: { arena: this.arena, crumblePhases: this.#crumbles, sunk: this.#sunk },
    };
  }

  #feel(player: PlayerState): void {
    for (const name of BODY_FIELD_NAMES) {
      // A field that was never sent is 0 on the server, too.
      if (name !== "action") this.#self[name] = player[name] ?? 0;
    }
    this.#self.action = actionOf(player.action);
  }

  #see(id: string, player: PlayerState, team: number, seconds: number): void {
    const before = this.#others.get(id);
    const action = actionOf(player.action);
    const jumped = before === undefined || (before.action === Action.Falling && action !== Action.Falling);
    const pace = (now: number, then: number): number => (jumped || seconds <= 0 ? 0 : (now - then) / seconds);
    this.#others.set(id, {
      id,
      x: player.x,
      y: player.y,
      vx: pace(player.x, before?.x ?? player.x),
      vy: pace(player.y, before?.y ?? player.y),
      aim: player.aim,
      action,
      charge: toldCharge(player.charged, this.#stateTick),
      wobble: player.wobble,
      protectTicks: player.protected ? 1 : 0,
      team,
    });
  }
}

const ACTIONS: readonly Action[] = Object.values(Action);

function actionOf(state: number): Action {
  return ACTIONS.find((action) => action === state) ?? Action.Idle;
}
