import type { Fairness } from "#server/rooms/fairness.ts";
import { STAMINA_FULL } from "#shared/simulation/actions.ts";
import { Action, type Player, type PlayerInput, type World } from "#shared/simulation/types.ts";
import { PUSH } from "#shared/tunables.ts";
import type { Lies } from "./liar.ts";
import type { Profile } from "./profiles.ts";
import { meadowForTwo } from "./scripts.ts";
import { virtualMatch } from "./virtual-match.ts";
import type { VirtualPage } from "./virtual-page.ts";

/** Ticks of one exchange of blows, and when in it the attacker presses and lets go, by the newest state on their page. */
const PERIOD = 100;
const PRESS = 40;
const RELEASE = 46;
/** Ticks for which the victim braces. */
const HELD = 10;
/** Ticks by which a victim who always lies says to be behind. */
const PRETENDED = 4;
/** Ticks in which both pages get into step with the server; many exchanges, so that everything has settled. */
const SETTLE = 3 * PERIOD;

/** A push, and what its victim did about it. */
export interface Exchange {
  /** World tick of the blow. */
  blow: number;
  /** World tick in which the victim's brace was processed; undefined when there was none. */
  processed: number | undefined;
  /** World tick in which they let go of it again. */
  released: number | undefined;
  /** Tick of the state that the victim's page had when brace was pressed. */
  seen: number | undefined;
  outcome: "hit" | "braced" | "parry";
}

export interface DuelOptions {
  /** For each exchange: how many ticks before the blow comes on screen the victim presses brace. */
  leads: readonly number[];
  /** The victim presses it when the blow is on screen instead, and says so, or that it is not: then, or in every input. */
  reacts?: Lies;
  seed?: number;
  /** Join options of the room. */
  room?: object;
  fairness?: Fairness;
}

/**
 * Two people stand before each other; one taps a push every two seconds, the other one braces against it. Both are on a
 * line as the profile says, and the victim knows from an exchange at the beginning when the blow will come.
 */
export async function duel(profile: Profile, options: DuelOptions): Promise<Exchange[]> {
  const { leads, reacts, seed = 1, room, fairness } = options;
  let unhurt = 0;
  const exchanges: Exchange[] = [];
  const ring = new Ring();
  const match = await virtualMatch({
    arena: meadowForTwo(),
    seed,
    ...(room === undefined ? {} : { room }),
    ...(fairness === undefined ? {} : { fairness }),
    onStep(world, { inputs }) {
      const finished = ring.step(world, inputs);
      if (finished !== undefined && world.tick > SETTLE) exchanges.push(finished);
    },
  });
  try {
    const shared = { link: profile.link, ...(profile.clock === undefined ? {} : { clock: profile.clock }) };
    await match.open({ ...shared, name: "Ann", seed: seed * 2, play: attack });
    await match.open({
      ...shared,
      name: "Bob",
      seed: seed * 2 + 1,
      play(page) {
        const tick = tickOn(page);
        const lead = leads[Math.floor((tick - SETTLE) / PERIOD)];
        const first = exchanges[0]?.blow ?? ring.blow;
        if (lead === undefined || first === undefined) return { aim: Math.PI };
        if (reacts !== undefined) {
          const isHurt = woundOn(page) > 0;
          if (!isHurt) unhurt = tick;
          return { aim: Math.PI, brace: isHurt && tick - unhurt < HELD };
        }
        const since = (tick % PERIOD) - ((first % PERIOD) - lead);
        return { aim: Math.PI, brace: since >= 0 && since < HELD };
      },
      lie(page) {
        if (reacts === "always") return { seen: Math.max(1, tickOn(page) - PRETENDED) };
        return reacts === "at times" && page.input.brace === true ? { seen: unhurt } : undefined;
      },
    });
    await match.run((SETTLE + (leads.length + 1) * PERIOD) / 50);
    return exchanges.slice(0, leads.length);
  } finally {
    await match.end();
  }
}

function tickOn(page: VirtualPage): number {
  return page.inMatch ? page.match.state.tick : 0;
}

/** The wobble (percent) that a page has of its own character in its newest state. */
function woundOn(page: VirtualPage): number {
  return page.inMatch ? (page.match.state.players.get(page.id)?.wobble ?? 0) : 0;
}

function attack(page: VirtualPage): Partial<PlayerInput> {
  const phase = tickOn(page) % PERIOD;
  return { aim: 0, push: phase >= PRESS && phase < RELEASE };
}

type Brace = Pick<Exchange, "processed" | "seen" | "released">;
const NO_BRACE: Brace = { processed: undefined, seen: undefined, released: undefined };

/** Puts both in their places before each exchange, and watches it on the server. */
class Ring {
  /** World tick of the newest blow. */
  blow: number | undefined;
  #brace: Brace = NO_BRACE;
  #current: number | undefined;

  /** Looks at a step. Returns what an exchange was when it is over. */
  step(world: World, inputs: ReadonlyMap<string, readonly PlayerInput[]>): Exchange | undefined {
    const players = [...world.players.values()];
    const ann = players.find(({ name }) => name === "Ann");
    const bob = players.find(({ name }) => name === "Bob");
    if (ann === undefined || bob === undefined) return undefined;
    for (const input of inputs.get(bob.id) ?? []) {
      if (input.brace && this.#brace.processed === undefined) {
        this.#brace = { processed: world.tick, seen: input.seen, released: undefined };
      } else if (!input.brace && this.#brace.processed !== undefined) {
        this.#brace = { ...this.#brace, released: this.#brace.released ?? world.tick };
      }
    }
    if (ann.lastHitTick === world.tick || bob.lastHitTick === world.tick) this.#current ??= world.tick;
    if (world.tick % PERIOD !== 0) return undefined;
    const blow = this.#current;
    this.blow = blow ?? this.blow;
    const finished = blow === undefined ? undefined : { blow, ...this.#brace, outcome: outcomeOf(ann, bob) };
    this.#current = undefined;
    this.#brace = NO_BRACE;
    place(ann, 26, 0);
    place(bob, 27.5, Math.PI);
    return finished;
  }
}

function outcomeOf(attacker: Player, victim: Player): Exchange["outcome"] {
  if (victim.wobble === 0 && attacker.wobble > 0) return "parry";
  return victim.wobble < PUSH.wobbleTap ? "braced" : "hit";
}

function place(player: Player, x: number, aim: number): void {
  Object.assign(player, { x, y: 28, vx: 0, vy: 0, aim, wobble: 0, action: Action.Idle, protectTicks: 0 });
  Object.assign(player, { charge: 0, pushCooldown: 0, stamina: STAMINA_FULL, lastHitBy: "", lastHitTick: 0 });
}
