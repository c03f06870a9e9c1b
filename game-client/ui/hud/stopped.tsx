import { useEffect, useRef } from "preact/hooks";
import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { openMenu } from "../hud-state.ts";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";

/** The host has stopped the match: everybody sees by whom, and when it goes on. */
export function Stopped() {
  const { actions } = useUi();
  const { host } = useStore("lobby");
  const seconds = useStore("hud").secondsToPlay.value;
  const ref = useRef<HTMLDivElement>(null);
  const isPaused = seconds === Number.POSITIVE_INFINITY;
  useEffect(() => {
    if (isPaused) ref.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [isPaused]);
  if (seconds === 0) return null;
  if (!isPaused) {
    return (
      <div class="stopped stopped-going" role="status" data-testid="goes-on">
        <span>{t(($) => $.lobby.paused.goesOn)}</span>
        <b key={seconds}>{seconds}</b>
      </div>
    );
  }
  const byMe = host.value?.self === true;
  const name = host.value?.name ?? t(($) => $.common.somebody);
  return (
    <div
      ref={ref}
      class="stopped"
      role="alertdialog"
      aria-label={t(($) => $.lobby.paused.title)}
      data-testid="stopped"
    >
      <div class="panel state-card">
        <div class="state-icon state-icon-calm">
          <Icon name="pause" />
        </div>
        <h2>{t(($) => $.lobby.paused.title)}</h2>
        <p>{byMe ? t(($) => $.lobby.paused.byYou) : t(($) => $.lobby.paused.by, { name })}</p>
        <div class="state-buttons">
          {byMe && (
            <Button
              kind="sun"
              icon="go"
              testId="go-on"
              onClick={() => actions.give("pause", { paused: false })}
            >
              {t(($) => $.lobby.controls.resume)}
            </Button>
          )}
          <Button kind="ghost" icon="menu" testId="stopped-menu" onClick={openMenu}>
            {t(($) => $.common.menu)}
          </Button>
        </div>
      </div>
    </div>
  );
}
