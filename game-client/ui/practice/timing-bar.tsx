import { useComputed } from "@preact/signals";
import { BRACE } from "#shared/tunables.ts";
import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";
import { Icon } from "../parts/icon.tsx";

/** What the bar shows: from so long before the push lands to so long after (ms). */
const BEFORE_MS = 900;
const AFTER_MS = 300;
const WINDOW_MS = BRACE.parryWindow * 1000;

/** A moment (ms from the push) as a share of the bar's width, percent. */
function place(ms: number): number {
  const share = (ms + BEFORE_MS) / (BEFORE_MS + AFTER_MS);
  return Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
}

const ZONE = `left:${place(-WINDOW_MS)}%;width:${place(0) - place(-WINDOW_MS)}%`;

/** The bar of the parry trainer: a hand runs towards the push; a brace in the green part throws it back. */
export function TimingBar() {
  const { report, sincePush } = useStore("practice");
  const isParry = useComputed(() => report.value?.drill === "parry");
  const hand = useComputed(() =>
    Number.isNaN(sincePush.value) ? "display:none" : `left:${place(sincePush.value)}%`,
  );
  const last = useComputed(() => report.value?.last);
  const streak = useComputed(() => report.value?.streak ?? 0);
  if (!isParry.value) return null;
  const { verdict, offsetMs, number } = last.value ?? {};
  return (
    <div class="timing" data-testid="timing-bar">
      <div class="timing-bar" role="img" aria-label={t(($) => $.practice.bar)}>
        <i class="timing-zone" style={ZONE} />
        {offsetMs !== undefined && (
          <i
            key={number}
            class={`timing-mark ${verdict === "right" ? "timing-mark-right" : ""}`}
            style={`left:${place(offsetMs)}%`}
          />
        )}
        <i class="timing-hand" style={hand} data-testid="timing-hand" />
      </div>
      <p
        key={number}
        class={`timing-word timing-${verdict ?? "none"}`}
        role="status"
        data-testid="timing-verdict"
      >
        {verdict === undefined ? (
          t(($) => $.practice.waiting)
        ) : (
          <>
            {verdict === "right" && <Icon name="check" />}
            {t(($) => $.practice.verdicts[verdict], { ms: Math.abs(offsetMs ?? 0) })}
            {streak.value > 1 && <b>{t(($) => $.practice.streak, { count: streak.value })}</b>}
          </>
        )}
      </p>
    </div>
  );
}
