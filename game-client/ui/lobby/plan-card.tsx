import { PICKUP_NAMES } from "#shared/simulation/pickups/table.ts";
import type { Plan } from "../../session/stores/lobby.ts";
import { arenaName, modeLine, modeName } from "../../words/names.ts";
import { t } from "../../words/t.ts";
import { useUi } from "../context.ts";
import { ArenaMap } from "../menu/arena-map.tsx";
import { Icon } from "../parts/icon.tsx";

/** What is played next, to be read. */
export function PlanCard({ plan }: { plan: Plan }) {
  const { arenas } = useUi();
  const arena = arenas.find(({ id }) => id === plan.arena);
  const bots = t(($) => $.common.bots, { count: plan.bots });
  const skill = t(($) => $.menu.create.skills[plan.botSkill]);
  return (
    <div class="plan-card" data-testid="plan" data-arena={plan.arena}>
      {arena && <ArenaMap arena={arena} />}
      <div class="plan-words">
        <strong>{arena && arenaName(arena.name)}</strong>
        <span>
          <Icon name="clock" />
          {t(($) => $.lobby.planOf, {
            mode: modeName(plan.mode),
            minutes: t(($) => $.units.minutes, { value: Math.round((plan.timeLimit / 60) * 10) / 10 }),
          })}
        </span>
        <span class="mode-line">{modeLine(plan.mode)}</span>
        <span>
          <Icon name="bot" />
          {plan.bots === 0 ? t(($) => $.lobby.noBots) : t(($) => $.lobby.botsOf, { bots, skill })}
        </span>
        <PickupsLine off={plan.pickupsOff} />
      </div>
    </div>
  );
}

/** Which pickups the host has switched off; nothing while all appear. */
function PickupsLine({ off }: { off: Plan["pickupsOff"] }) {
  if (off.length === 0) return null;
  const pickups = off.map((name) => t(($) => $.pickups.about[name].name)).join(", ");
  return (
    <span data-testid="plan-pickups">
      {off.length === PICKUP_NAMES.length
        ? t(($) => $.pickups.none)
        : t(($) => $.pickups.without, { pickups })}
    </span>
  );
}
