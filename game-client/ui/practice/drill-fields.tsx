import { BOT_SKILLS } from "#shared/bot-skills.ts";
import type { PracticePlan } from "#shared/practice.ts";
import { botsRange, modesOn } from "#shared/practice-plan.ts";
import { t } from "../../words/t.ts";
import { useUi } from "../context.ts";
import { ModeField, SkillField } from "../menu/match-fields.tsx";
import { PickupsField } from "../menu/pickups-field.tsx";
import { Slider, Toggle } from "../parts/fields.tsx";

/** What can be chosen of an exercise besides where it is done; nothing where the exercise says it all. */
export function DrillFields({ plan }: { plan: PracticePlan }) {
  const { actions, arenas } = useUi();
  const { drill, fight, mode, pickupsOff } = plan;
  if (drill === "bots")
    return (
      <>
        <Toggle
          label={t(($) => $.practice.fight)}
          hint={t(($) => $.practice.fightHint)}
          checked={fight}
          testId="practice-fight"
          onChange={(on) => actions.practise({ fight: on })}
        />
        <BotFields plan={plan} />
      </>
    );
  if (drill !== "match") return null;
  return (
    <>
      <ModeField
        modes={modesOn(arenas)}
        value={mode}
        testId="practice-mode"
        onChange={(value) => actions.practise({ mode: value })}
      />
      <BotFields plan={plan} />
      <PickupsField
        off={pickupsOff}
        testId="practice-pickups"
        onChange={(off) => actions.practise({ pickupsOff: off })}
      />
    </>
  );
}

/** How many bots there are, and how good they are. */
function BotFields({ plan }: { plan: PracticePlan }) {
  const { actions } = useUi();
  const { least, most } = botsRange(plan);
  return (
    <>
      <Slider
        label={t(($) => $.practice.count)}
        min={least}
        max={most}
        step={1}
        value={plan.bots}
        text={String(plan.bots)}
        testId="practice-bots"
        onInput={(value) => actions.practise({ bots: value })}
      />
      <SkillField
        skills={BOT_SKILLS}
        value={plan.skill}
        testId="practice-skill"
        onChange={(value) => actions.practise({ skill: value })}
      />
    </>
  );
}
