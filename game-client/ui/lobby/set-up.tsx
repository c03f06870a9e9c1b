import { BOT_SKILLS } from "#shared/bot-skills.ts";
import { isHuge, modesFor } from "#shared/simulation/modes/suits.ts";
import { useUi } from "../context.ts";
import { ArenaChooser } from "../menu/arena-chooser.tsx";
import { choosingMode } from "../menu/create-choice.ts";
import { BotsField, LengthField, ModeField, SkillField } from "../menu/match-fields.tsx";
import { PickupsField } from "../menu/pickups-field.tsx";
import type { PlanDraft } from "./draft.ts";

/** What the host decides of the next match. A huge arena needs a room of its own, and is offered in no other. */
export function SetUp({ draft }: { draft: PlanDraft }) {
  const { arenas } = useUi();
  const { arena, mode, timeLimit, bots, botSkill, maxPlayers, pickupsOff } = draft.plan.value;
  const chosen = arenas.find(({ id }) => id === arena);
  const modes = chosen === undefined ? [] : modesFor(chosen);
  return (
    <div class="set-up" data-testid="set-up">
      <ArenaChooser
        arenas={arenas.filter((each) => chosen === undefined || isHuge(each) === isHuge(chosen))}
        value={arena}
        testId="set-up-arena"
        onChange={(next) => {
          const [usual = mode] = modesFor(next);
          draft.change({ arena: next.id, mode: modesFor(next).includes(mode) ? mode : usual });
        }}
      />
      <div class="set-up-rest">
        <ModeField
          modes={modes}
          value={mode}
          testId="set-up-mode"
          onChange={(value) => draft.change(choosingMode(value, { mode, timeLimit }))}
        />
        <LengthField
          value={timeLimit}
          testId="set-up-minutes"
          onChange={(value) => draft.change({ timeLimit: value })}
        />
        <BotsField
          seats={maxPlayers}
          value={bots}
          testId="set-up-bots"
          onChange={(value) => draft.change({ bots: value })}
        />
        <SkillField
          skills={BOT_SKILLS}
          value={botSkill}
          testId="set-up-skill"
          onChange={(value) => draft.change({ botSkill: value })}
        />
        <PickupsField
          off={pickupsOff}
          testId="set-up-pickups"
          onChange={(off) => draft.change({ pickupsOff: off })}
        />
      </div>
    </div>
  );
}
