import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Explanation } from "../../session/words.ts";
import { type Text, t } from "../../words/t.ts";
import { Avatar } from "../avatar.tsx";
import { useStore, useUi } from "../context.ts";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";

/** On the way to the server. */
export function Connecting({ what }: { what: Text }) {
  const { actions } = useUi();
  const preferences = useStore("preferences");
  return (
    <main class="screen state" data-testid="connecting">
      <div class="state-bounce">
        <Avatar look={preferences.settings.value.look} />
        <i />
      </div>
      <h2 aria-live="polite">{what()}</h2>
      <Button kind="ghost" cue="uiBack" wayBack testId="cancel" onClick={() => actions.toMenu()}>
        {t(($) => $.common.cancel)}
      </Button>
    </main>
  );
}

/** The connection is lost and being restored; the match stands still underneath. */
export function Reconnecting({ deadline }: { deadline: number }) {
  const { actions } = useUi();
  const left = useSecondsUntil(deadline);
  return (
    <div
      class="screen state state-over"
      role="alertdialog"
      aria-label={t(($) => $.states.reconnecting.label)}
      data-testid="reconnecting"
    >
      <div class="panel state-card">
        <div class="state-icon state-icon-wait">
          <Icon name="plug" />
        </div>
        <h2>{t(($) => $.states.reconnecting.title)}</h2>
        <p>{t(($) => $.states.reconnecting.text)}</p>
        <p class="state-count" data-testid="reconnect-seconds">
          {left > 0 ? t(($) => $.units.seconds, { value: left }) : t(($) => $.states.reconnecting.lastTry)}
        </p>
        <Button kind="sky" icon="leave" cue="uiBack" testId="leave" onClick={() => actions.leave()}>
          {t(($) => $.common.leave)}
        </Button>
      </div>
    </div>
  );
}

/** It is over, and why; and what one can do now. */
export function Closed({ title, text, retry, instead }: Explanation) {
  const { actions } = useUi();
  return (
    <main class="screen state" data-testid="closed">
      <div class="panel state-card" role="alert">
        <div class="state-icon">
          <Icon name="warn" />
        </div>
        <h2>{title()}</h2>
        <p>{text()}</p>
        <div class="state-buttons">
          {instead !== undefined && (
            <Button kind="sun" icon="plug" testId="join-instead" onClick={() => actions.joinInstead()}>
              {t(($) => $.states.joinOver, { transport: t(($) => $.names.transports[instead]) })}
            </Button>
          )}
          {retry && (
            <Button
              kind={instead === undefined ? "sun" : "ghost"}
              icon="again"
              testId="retry"
              onClick={() => actions.retry()}
            >
              {t(($) => $.common.tryAgain)}
            </Button>
          )}
          <Button
            kind={retry || instead !== undefined ? "ghost" : "sun"}
            cue="uiBack"
            wayBack
            testId="to-menu"
            onClick={() => actions.toMenu()}
          >
            {t(($) => $.common.menu)}
          </Button>
        </div>
      </div>
    </main>
  );
}

/** Whole seconds until a moment (ms since 1970), counting down while shown. */
function useSecondsUntil(deadline: number): number {
  const now = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = Date.now();
    }, 250);
    return () => clearInterval(timer);
  }, [now]);
  return Math.max(0, Math.ceil((deadline - now.value) / 1000));
}
