import { useComputed } from "@preact/signals";
import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";
import { openDialog } from "../hud-state.ts";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";
import { speedName } from "./practice-dialog.tsx";

/** In the corner of an exercise: which it is, which a press changes, and what it has come to. */
export function PracticePanel() {
  const { report } = useStore("practice");
  const drill = useComputed(() => report.value?.drill ?? "bots");
  return (
    <div class="practice-panel">
      <Button icon="aim" kind="ghost" testId="practice-options" onClick={() => openDialog("practice")}>
        {t(($) => $.practice.drills[drill.value])}
      </Button>
      <Tally />
      <SlowMotionSign />
    </div>
  );
}

/** That time runs slower, and by how much; nothing while it does not. `short`: without words, where there is little room. */
export function SlowMotionSign({ short = false }: { short?: boolean }) {
  const { report } = useStore("practice");
  const speed = useComputed(() => report.value?.speed ?? 1);
  if (speed.value === 1) return null;
  const share = t(($) => $.practice.speeds[speedName(speed.value)]);
  const words = t(($) => $.practice.slow, { speed: share });
  return (
    <p class="practice-chip" title={words} data-testid="practice-slow">
      <Icon name="clock" />
      {short ? (
        <>
          <span class="hidden">{words}</span>
          <span aria-hidden="true">{share}</span>
        </>
      ) : (
        words
      )}
    </p>
  );
}

/** What the exercise counts; bots are counted by the knock-outs. */
function Tally() {
  const { report } = useStore("practice");
  const standings = useStore("standings");
  const text = useComputed(() => {
    const { drill = "bots", knocked = 0, parried = 0, pushes = 0 } = report.value ?? {};
    if (drill === "parry") return t(($) => $.practice.parried, { parried, pushes });
    const own = standings.scores.value.find(({ self }) => self)?.knockouts ?? 0;
    return t(($) => $.practice.knocked, { count: drill === "targets" ? knocked : own });
  });
  return (
    <p class="practice-chip" role="status" data-testid="practice-tally">
      {text}
    </p>
  );
}
