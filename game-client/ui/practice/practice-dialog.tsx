import { DRILLS, type PracticePlan, type PracticeSpeed } from "#shared/practice.ts";
import { arenasFor } from "#shared/practice-plan.ts";
import { arenaName } from "../../words/names.ts";
import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { closeDialog } from "../hud-state.ts";
import { ArenaChooser } from "../menu/arena-chooser.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Choice } from "../parts/fields.tsx";
import { DrillFields } from "./drill-fields.tsx";

const SPEED_NAMES = { full: 1, half: 0.5, quarter: 0.25 } as const satisfies Record<string, PracticeSpeed>;
type SpeedName = keyof typeof SPEED_NAMES;
const SPEED_ORDER: readonly SpeedName[] = ["full", "half", "quarter"];

/** The name of a speed in the catalogue. */
export function speedName(speed: PracticeSpeed): SpeedName {
  return SPEED_ORDER.find((name) => SPEED_NAMES[name] === speed) ?? "full";
}

/** What is practised, against whom, where and how fast. In practice everything takes effect at once. */
export function PracticeDialog() {
  const { actions, arenas } = useUi();
  const { plan: kept, report } = useStore("practice");
  const plan = report.value ?? kept.value;
  const { drill, fight, arena } = plan;
  return (
    <Dialog
      title={t(($) => $.practice.options)}
      onClose={closeDialog}
      class="dialog-wide"
      testId="practice-dialog"
      footer={
        <>
          <Summary plan={plan} />
          {report.value === undefined ? <Start /> : <Done />}
        </>
      }
    >
      <div class="columns">
        <section class="stack">
          <Choice
            label={t(($) => $.practice.drill)}
            value={drill}
            options={DRILLS.map((value) => ({ value, text: t(($) => $.practice.drills[value]) }))}
            testId="practice-drill"
            onChange={(value) => actions.practise({ drill: value })}
          />
          <p class="field-hint">
            {t(($) => $.practice.about[drill === "bots" && fight ? "fighting" : drill])}
          </p>
          <DrillFields plan={plan} />
          {report.value !== undefined && (
            <Choice
              label={t(($) => $.practice.speed)}
              value={speedName(report.value.speed)}
              options={SPEED_ORDER.map((value) => ({ value, text: t(($) => $.practice.speeds[value]) }))}
              testId="practice-speed"
              onChange={(value) => actions.practise({ speed: SPEED_NAMES[value] })}
            />
          )}
        </section>
        <ArenaChooser
          arenas={arenasFor(plan, arenas)}
          value={arena}
          testId="practice-arena"
          onChange={({ id }) => actions.practise({ arena: id })}
        />
      </div>
    </Dialog>
  );
}

/** What is chosen: the arena may lie beyond what is in sight. */
function Summary({ plan: { arena: chosen, drill } }: { plan: PracticePlan }) {
  const arena = useUi().arenas.find(({ id }) => id === chosen);
  return (
    <p class="create-summary" data-testid="practice-summary">
      <strong>{arena && arenaName(arena.name)}</strong>
      <span>{t(($) => $.practice.drills[drill])}</span>
    </p>
  );
}

/** Before practice: begins it. */
function Start() {
  const { actions } = useUi();
  return (
    <>
      <Button kind="ghost" cue="uiBack" onClick={closeDialog}>
        {t(($) => $.common.back)}
      </Button>
      <Button kind="sun" testId="practice-start" autofocus onClick={() => actions.practice()}>
        {t(($) => $.practice.start)}
      </Button>
    </>
  );
}

/** In practice: back to it. */
function Done() {
  return (
    <Button kind="sun" cue="uiBack" testId="practice-done" onClick={closeDialog}>
      {t(($) => $.common.done)}
    </Button>
  );
}
