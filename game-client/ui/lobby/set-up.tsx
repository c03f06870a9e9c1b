import { BOT_SKILLS } from "#shared/bot-skills.ts";
import { isHuge, modesFor } from "#shared/simulation/modes/suits.ts";
import { modeName } from "../../words/names.ts";
import { t } from "../../words/t.ts";
import { useUi } from "../context.ts";
import { ArenaChooser } from "../menu/arena-chooser.tsx";
import { Choice, Slider } from "../parts/fields.tsx";
import type { PlanDraft } from "./draft.ts";

/** What the host decides of the next match. A huge arena needs a room of its own, and is offered in no other. */
export function SetUp({ draft }: { draft: PlanDraft }) {
  const { arenas } = useUi();
  const { arena, mode, timeLimit, bots, botSkill, maxPlayers } = draft.plan.value;
  const chosen = arenas.find(({ id }) => id === arena);
  const modes = chosen === undefined ? [] : modesFor(chosen);
  const minutes = Math.round(timeLimit / 60);
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
        {modes.length > 1 && (
          <Choice
            label={t(($) => $.menu.create.mode)}
            value={mode}
            options={modes.map((value) => ({ value, text: modeName(value) }))}
            testId="set-up-mode"
            onChange={(value) => draft.change({ mode: value })}
          />
        )}
        <Slider
          label={t(($) => $.menu.create.length)}
          min={1}
          max={10}
          step={1}
          value={minutes}
          text={t(($) => $.units.minutes, { value: minutes })}
          testId="set-up-minutes"
          onInput={(value) => draft.change({ timeLimit: value * 60 })}
        />
        <Slider
          label={t(($) => $.menu.create.bots)}
          min={0}
          max={Math.max(0, maxPlayers - 1)}
          step={1}
          value={bots}
          text={bots === 0 ? t(($) => $.common.none) : String(bots)}
          testId="set-up-bots"
          onInput={(value) => draft.change({ bots: value })}
        />
        <Choice
          label={t(($) => $.menu.create.skill)}
          value={botSkill}
          options={BOT_SKILLS.map((value) => ({ value, text: t(($) => $.menu.create.skills[value]) }))}
          testId="set-up-skill"
          onChange={(value) => draft.change({ botSkill: value })}
        />
      </div>
    </div>
  );
}
