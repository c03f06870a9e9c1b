import type { Arena } from "./arena/arena.ts";
import type { PracticePlan, PracticeWish } from "./practice.ts";
import { isHuge, suits } from "./simulation/modes/suits.ts";
import { MODES, modeOf } from "./simulation/modes/table.ts";

/** Most bots on an ordinary arena, and in a crowd: what one thread of a telephone thinks for, fifty times a second. */
const MOST_BOTS = 7;
const MOST_OF_CROWD = 31;
/** An arena on which most can be practised. */
const USUAL_ARENA = "meadow";

/** What somebody practises who has never chosen. */
export const FIRST_PLAN: PracticePlan = {
  drill: "bots",
  fight: false,
  bots: 3,
  skill: "easy",
  mode: "brawl",
  arena: USUAL_ARENA,
  pickupsOff: [],
};

type Ground = Pick<Arena, "id" | "maxPlayers" | "marks">;
type Exercise = Pick<PracticePlan, "drill" | "mode">;

/** The rules by which a plan is played: all drills but a match are a Brawl. */
function rulesOf({ drill, mode }: Exercise) {
  return modeOf(drill === "match" ? mode : FIRST_PLAN.mode);
}

/** The arenas on which an exercise can be done, in their order. */
export function arenasFor<A extends Ground>(exercise: Exercise, arenas: Iterable<A>): A[] {
  return [...arenas].filter((arena) => suits(rulesOf(exercise), arena));
}

/** Ids of the modes for which there is an arena, in the order of the table. */
export function modesOn(arenas: readonly Ground[]): string[] {
  return Object.values(MODES)
    .filter((mode) => arenas.some((arena) => suits(mode, arena)))
    .map(({ id }) => id);
}

/** Fewest and most bots of an exercise: nobody plays a match alone. */
export function botsRange(exercise: Exercise): { least: number; most: number } {
  const most = isHuge(rulesOf(exercise)) ? MOST_OF_CROWD : MOST_BOTS;
  return { least: exercise.drill === "match" ? 1 : 0, most };
}

/**
 * A plan with a wish fulfilled. What does not go with that gives way: the arena to the mode, the number of bots to both. Wishes for
 * what there is not are left out.
 */
export function planWith(before: PracticePlan, wish: PracticeWish, arenas: Iterable<Ground>): PracticePlan {
  const { drill = before.drill, fight = before.fight, skill = before.skill } = wish;
  const { pickupsOff = before.pickupsOff } = wish;
  const mode = Object.hasOwn(MODES, wish.mode ?? "") ? (wish.mode ?? before.mode) : before.mode;
  const exercise = { drill, mode };
  const fit = arenasFor(exercise, arenas);
  const arena = [wish.arena, before.arena, USUAL_ARENA].find((id) => fit.some((one) => one.id === id));
  const { least, most } = botsRange(exercise);
  // A crowd is no crowd with the bots of a small match, and the other way round.
  const usual = botsRange(before).most === most ? before.bots : rulesOf(exercise).fillTo - 1;
  const bots = Math.min(most, Math.max(least, wish.bots ?? usual));
  return { drill, fight, bots, skill, mode, arena: arena ?? fit[0]?.id ?? before.arena, pickupsOff };
}
