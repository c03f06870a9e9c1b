import { useComputed } from "@preact/signals";
import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";
import { deviceUsed } from "../device/device.ts";
import { Icon } from "../parts/icon.tsx";
import { Marked } from "../parts/marked.tsx";

/** Asks whether somebody is still there before a bot plays for them, and says how they come back when one does. */
export function AwayNote() {
  const { away, awayIn } = useStore("own");
  const { closesIn, secondsToPlay } = useStore("hud");
  // A room that closes says so, and asks for the same; one that is paused waits for everybody.
  const isQuiet = useComputed(() => closesIn.value > 0 || secondsToPlay.value > 0);
  if (isQuiet.value || (!away.value && awayIn.value === 0)) return null;
  return away.value ? <Gone /> : <Warning seconds={awayIn.value} />;
}

function Gone() {
  return (
    <p class="away-note away-note-gone" role="status" data-testid="away-note">
      <Icon name="moon" />
      <span>
        <b>{t(($) => $.hud.away.botPlays)}</b> {t(($) => $.hud.away.back[deviceUsed.value])}
      </span>
    </p>
  );
}

function Warning({ seconds }: { seconds: number }) {
  return (
    <p class="away-note" data-testid="away-warning">
      <Icon name="clock" />
      <span>
        <b role="status">{t(($) => $.hud.away.still)}</b>{" "}
        <Marked
          text={t(($) => $.hud.away.soon, { seconds })}
          parts={{ b: (count) => <b class="away-count">{count}</b> }}
        />
      </span>
    </p>
  );
}
