import { DRILLS, MOST_BOTS, type PracticeSpeed } from "#shared/practice.ts";
import { MATCH } from "#shared/tunables.ts";
import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { closeDialog } from "../hud-state.ts";
import { ArenaChooser } from "../menu/arena-chooser.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Choice, Slider, Toggle } from "../parts/fields.tsx";

const SPEED_NAMES = { full: 1, half: 0.5, quarter: 0.25 } as const satisfies Record<string, PracticeSpeed>;
type SpeedName = keyof typeof SPEED_NAMES;
const SPEED_ORDER: readonly SpeedName[] = ["full", "half", "quarter"];

/** The name of a speed in the catalogue. */
export function speedName(speed: PracticeSpeed): SpeedName {
  return SPEED_ORDER.find((name) => SPEED_NAMES[name] === speed) ?? "full";
}

/** What is practised, against whom, where and how fast. Everything takes effect at once. */
export function PracticeDialog() {
  const { actions, arenas } = useUi();
  const report = useStore("practice").report.value;
  if (report === undefined) return null;
  const { drill, fight, bots, arena, speed } = report;
  return (
    <Dialog
      title={t(($) => $.practice.options)}
      onClose={closeDialog}
      class="dialog-wide"
      testId="practice-dialog"
      footer={
        <Button kind="sun" cue="uiBack" testId="practice-done" onClick={closeDialog}>
          {t(($) => $.common.done)}
        </Button>
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
          {drill === "bots" && (
            <>
              <Toggle
                label={t(($) => $.practice.fight)}
                hint={t(($) => $.practice.fightHint)}
                checked={fight}
                testId="practice-fight"
                onChange={(on) => actions.practise({ fight: on })}
              />
              <Slider
                label={t(($) => $.practice.count)}
                min={0}
                max={MOST_BOTS}
                step={1}
                value={bots}
                text={String(bots)}
                testId="practice-bots"
                onInput={(value) => actions.practise({ bots: value })}
              />
            </>
          )}
          <Choice
            label={t(($) => $.practice.speed)}
            value={speedName(speed)}
            options={SPEED_ORDER.map((value) => ({ value, text: t(($) => $.practice.speeds[value]) }))}
            testId="practice-speed"
            onChange={(value) => actions.practise({ speed: SPEED_NAMES[value] })}
          />
        </section>
        <ArenaChooser
          arenas={arenas.filter(({ maxPlayers }) => maxPlayers <= MATCH.maxPlayers)}
          value={arena}
          testId="practice-arena"
          onChange={({ id }) => actions.practise({ arena: id })}
        />
      </div>
    </Dialog>
  );
}
