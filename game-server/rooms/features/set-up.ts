import { z } from "zod";
import type { BotSkill } from "#shared/bot-skills.ts";
import { refusal } from "#shared/refusals/refusal.ts";
import { isHuge, suits } from "#shared/simulation/modes/suits.ts";
import { MODES } from "#shared/simulation/modes/table.ts";
import { moveWorld } from "#shared/simulation/move-world.ts";
import { allBut, type PickupName } from "#shared/simulation/pickups/table.ts";
import type { MatchPlan } from "#shared/simulation/types.ts";
import { ticks } from "#shared/tunables.ts";
import { memoryOf } from "../snapshot/memory.ts";
import { isRunning, lengthIn } from "./choices.ts";
import type { FeatureRoom, RoomFeature } from "./feature.ts";

/** What the host wants to be otherwise; what is left out stays as it is. */
export interface Wanted {
  readonly arena?: string | undefined;
  readonly mode?: string | undefined;
  /** Length of a match (s). */
  readonly timeLimit?: number | undefined;
  readonly bots?: number | undefined;
  readonly botSkill?: BotSkill | undefined;
  /** Pickups that do not appear; what lies there already stays. */
  readonly pickupsOff?: readonly PickupName[] | undefined;
}

/**
 * What the host changes about the matches: bots and pickups at any time; arena, mode and length between two matches, in the lobby at once, and
 * while the results are shown for the next match.
 */
export class SetUp implements RoomFeature {
  readonly #room: FeatureRoom;
  /** The host has said what is played next: nobody is asked. */
  isDecided = false;
  readonly memory = memoryOf(
    z.object({ isDecided: z.boolean() }),
    () => ({ isDecided: this.isDecided }),
    ({ isDecided }) => {
      this.isDecided = isDecided;
    },
  );

  constructor(room: FeatureRoom) {
    this.#room = room;
  }

  phaseChanged(): void {
    if (this.#room.world.phase === "countdown") this.isDecided = false;
  }

  /** Why that cannot be, as a refusal. */
  refuseChange(wanted: Wanted): string | undefined {
    const { world, state, arenas } = this.#room;
    const { bots = 0 } = wanted;
    if (bots > state.maxPlayers - 1) return refusal("bots_range", { from: 0, to: state.maxPlayers - 1 });
    if (!changesMatch(wanted)) return undefined;
    if (world.phase !== "lobby" && world.phase !== "results") return refusal("after_match");
    const { mode: modeId, arena: arenaId } = wanted;
    if (modeId !== undefined && !Object.hasOwn(MODES, modeId)) {
      return refusal("no_mode", { modes: Object.keys(MODES).join(", ") });
    }
    if (arenaId !== undefined && !arenas.has(arenaId)) {
      return refusal("no_arena", { name: arenaId, arenas: [...arenas.keys()].join(", ") });
    }
    return this.#refusePlan(this.#plan(wanted));
  }

  /** Changes what there is no refusal against. */
  change(wanted: Wanted): void {
    const { world, state, features, setBots, publish } = this.#room;
    const { bots = state.bots, botSkill } = wanted;
    if (bots !== state.bots || botSkill !== undefined) setBots(bots, botSkill);
    state.bots = bots;
    if (botSkill !== undefined) state.botSkill = botSkill;
    if (wanted.pickupsOff !== undefined) world.pickups.on = allBut(wanted.pickupsOff);
    if (!changesMatch(wanted)) return;
    const plan = this.#plan(wanted);
    this.isDecided = true;
    features.vote.close();
    if (world.phase === "results") world.next = plan;
    else if (isRunning(world, plan)) {
      world.matchTicks = plan.matchTicks;
      world.next = undefined;
    } else moveWorld(world, plan);
    publish();
  }

  #refusePlan({ arena, mode }: MatchPlan): string | undefined {
    const { world, arenas } = this.#room;
    const { size: players } = world.players;
    if (isHuge(arena) !== isHuge(world.arena) || isHuge(mode) !== isHuge(world.arena))
      return refusal("own_room");
    if (!suits(mode, arena)) {
      const known = [...arenas.values()].filter((one) => suits(mode, one)).map(({ id }) => id);
      return refusal("arena_unfit", { arenas: known.join(", ") });
    }
    if (players > mode.maxPlayers) return refusal("too_many_here", { seats: mode.maxPlayers, players });
    return undefined;
  }

  /** The next match with this changed about it. */
  #plan({ arena, mode, timeLimit }: Wanted): MatchPlan {
    const { world, arenas } = this.#room;
    // What has most votes at this moment is nobody's word yet.
    const before = (this.isDecided ? world.next : undefined) ?? world;
    const next = (mode === undefined ? undefined : MODES[mode]) ?? before.mode;
    const length = next.id === before.mode.id ? before.matchTicks : lengthIn(world, next);
    return {
      arena: arenas.get(arena ?? "") ?? before.arena,
      mode: next,
      matchTicks: timeLimit === undefined ? length : ticks(timeLimit),
    };
  }
}

/** Whether it is about more than the bots. */
function changesMatch({ arena, mode, timeLimit }: Wanted): boolean {
  return arena !== undefined || mode !== undefined || timeLimit !== undefined;
}
