import { leader } from "#shared/simulation/modes/ranking.ts";
import type { World } from "#shared/simulation/types.ts";
import { TICK_RATE } from "#shared/tunables.ts";

/** Who is ahead in a match, second by second. */
export class LeadWatch {
  readonly #seconds: string[] = [];
  #tick = 0;

  /** To be called after each step of the match. */
  note(world: World): void {
    this.#tick += 1;
    if (this.#tick % TICK_RATE === 0) this.#seconds.push(aheadIn(world));
  }

  /** To be called when the match is over: what ends it, a goal for instance, may have changed the lead. */
  end(world: World): void {
    this.#seconds.push(aheadIn(world));
  }

  /** How often somebody else was ahead in the last third than a second before; whoever had no lead had none. */
  get lateChanges(): number {
    const late = this.#seconds.slice(Math.floor((this.#seconds.length * 2) / 3));
    const leaders = late.filter((who) => who !== "");
    return leaders.filter((who, index) => index > 0 && who !== leaders[index - 1]).length;
  }
}

/** The team or the player ahead of all others; empty while there is none. */
function aheadIn({ mode, players, teamPoints }: World): string {
  if (teamPoints.length > 0) {
    const most = Math.max(...teamPoints);
    const first = teamPoints.indexOf(most);
    return teamPoints.lastIndexOf(most) === first ? `team ${first}` : "";
  }
  const best = leader(mode, players.values());
  if (best === undefined) return "";
  const isAlone = [...players.values()].every((one) => one === best || mode.compare(best, one) < 0);
  return isAlone ? best.id : "";
}
