import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { closeDialogs } from "../hud-state.ts";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";

/** In the menu of a match: what the host may do to it. Others see who that is. */
export function HostControls() {
  const { host } = useStore("lobby");
  const name = host.value?.name;
  if (host.value?.self === true) return <Controls />;
  if (name === undefined) return null;
  return (
    <p class="host-line dim" data-testid="host-name">
      <Icon name="crown" />
      <span class="name-text">{t(($) => $.lobby.hosts, { name })}</span>
    </p>
  );
}

function Controls() {
  const { actions } = useUi();
  const { gathers } = useStore("lobby");
  const hud = useStore("hud");
  const phase = hud.phase.value;
  if (phase === "lobby") return null;
  if (phase === "results") return <StartNow />;
  const isPaused = hud.secondsToPlay.value === Number.POSITIVE_INFINITY;
  const ends = phase === "playing" || gathers.value;
  return (
    <fieldset class="host-controls" data-testid="host-controls">
      <legend>
        <Icon name="crown" />
        {t(($) => $.lobby.controls.title)}
      </legend>
      <Button
        icon={isPaused ? "go" : "pause"}
        testId="pause-all"
        onClick={() => {
          actions.give("pause", { paused: !isPaused });
          closeDialogs();
        }}
      >
        {isPaused ? t(($) => $.lobby.controls.resume) : t(($) => $.lobby.controls.pause)}
      </Button>
      <Button
        icon="again"
        testId="restart"
        onClick={() => {
          actions.give("restart");
          closeDialogs();
        }}
      >
        {t(($) => $.lobby.controls.restart)}
      </Button>
      {ends && (
        <Button
          icon="flag"
          testId="end-match"
          onClick={() => {
            actions.give("endMatch");
            closeDialogs();
          }}
        >
          {phase === "playing" ? t(($) => $.lobby.controls.end) : t(($) => $.lobby.controls.toLobby)}
        </Button>
      )}
    </fieldset>
  );
}

/** After a match: on to the next one, whoever is ready. */
function StartNow() {
  const { actions } = useUi();
  return (
    <Button
      icon="crown"
      testId="start-now"
      onClick={() => {
        actions.give("start");
        closeDialogs();
      }}
    >
      {t(($) => $.lobby.controls.startNow)}
    </Button>
  );
}
