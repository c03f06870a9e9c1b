import { knowledgeOf } from "#bots/brain/knowledge.ts";
import type { BrainView, SeenPlayer } from "#bots/brain/view.ts";
import type { Match } from "#player/netcode/match.ts";
import { CHARGE_FULL } from "#shared/simulation/actions.ts";
import { copyBody } from "#shared/simulation/body.ts";
import type { Body } from "#shared/simulation/types.ts";

/**
 * What a page shows, as a brain sees it: the own body as it is predicted, the others as they are drawn, late and
 * interpolated. Nothing that the page does not know.
 */
export function viewOfPage(match: Match, tick: number): BrainView | undefined {
  const self = bodyOf(match);
  if (self === undefined) return undefined;
  const others: SeenPlayer[] = [];
  for (const { self: own, charge, protected: safe, ...drawn } of match.players.values()) {
    if (own) continue;
    const team = match.state.seats.get(drawn.id)?.team ?? 0;
    others.push({ ...drawn, team, charge: charge * CHARGE_FULL, protectTicks: safe ? 1 : 0 });
  }
  return { ...knowledgeOf(match.state, match.self?.id ?? ""), tick, self, others, ground: match.ground };
}

function bodyOf({ prediction }: Match): Body | undefined {
  return prediction && copyBody(prediction.body);
}
