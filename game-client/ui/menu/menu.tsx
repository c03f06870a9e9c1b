import { type Text, t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { openDialog } from "../hud-state.ts";
import { Button } from "../parts/button.tsx";
import { FullScreenButton } from "../parts/full-screen.tsx";
import { Icon } from "../parts/icon.tsx";
import { InstallButton } from "../parts/install.tsx";
import { MuteSign } from "../parts/mute.tsx";
import { JoinForm } from "./join-form.tsx";
import { Logo } from "./logo.tsx";
import { LookChooser } from "./look-chooser.tsx";
import { PracticeEntry } from "./practice-entry.tsx";

/** The first thing one sees: who one is on the left, how to get into a match on the right. */
export function Menu({ notice }: { notice: Text | undefined }) {
  const { actions } = useUi();
  const preferences = useStore("preferences");
  const { server } = useStore("menu");
  const settings = preferences.settings.value;
  return (
    <main class="screen menu" data-testid="menu">
      <div class="menu-identity">
        <Logo />
        <div class="panel menu-card">
          <LookChooser look={settings.look} onChange={(look) => actions.changeSettings({ look })} />
          <div class="field">
            <label for="player-name">{t(($) => $.menu.name.label)}</label>
            <input
              id="player-name"
              class="input"
              type="text"
              maxLength={16}
              autocomplete="nickname"
              spellcheck={false}
              placeholder={t(($) => $.menu.name.placeholder)}
              value={settings.name}
              data-testid="name"
              onInput={(event) => actions.changeSettings({ name: event.currentTarget.value })}
            />
          </div>
        </div>
      </div>
      <div class="menu-actions">
        {notice !== undefined && (
          <p class="notice" role="status" data-testid="notice">
            <Icon name="warn" />
            <span>{notice()}</span>
          </p>
        )}
        <nav class="panel menu-panel" aria-label={t(($) => $.menu.play)}>
          {server.value === "there" ? <WithOthers /> : <Alone why={server.value} />}
        </nav>
        <div class="menu-more">
          <Button icon="help" kind="ghost" testId="how-to-play" onClick={() => openDialog("help")}>
            {t(($) => $.common.howToPlay)}
          </Button>
          <Button icon="gear" kind="ghost" testId="settings" onClick={() => openDialog("settings")}>
            {t(($) => $.common.settings)}
          </Button>
          {server.value === "there" && (
            <a class="button button-ghost" href="/lab" data-testid="push-lab">
              <Icon name="push" />
              <span>{t(($) => $.menu.pushLab)}</span>
            </a>
          )}
          <InstallButton />
          <FullScreenButton />
          <MuteSign />
        </div>
      </div>
    </main>
  );
}

/** The ways into a match with others, and practice beside them. */
function WithOthers() {
  const { actions } = useUi();
  return (
    <>
      <Button kind="sun" class="button-play" testId="play" onClick={() => actions.quickPlay()}>
        {t(($) => $.menu.play)}
      </Button>
      <p class="menu-hint">{t(($) => $.menu.playHint)}</p>
      <PracticeEntry />
      <div class="menu-pair">
        <Button icon="plus" testId="create" onClick={() => openDialog("create")}>
          {t(($) => $.common.createRoom)}
        </Button>
        <Button icon="people" testId="rooms" onClick={() => openDialog("rooms")}>
          {t(($) => $.common.rooms)}
        </Button>
      </div>
      <JoinForm />
    </>
  );
}

/** Practice, and why there is nothing else. */
function Alone({ why }: { why: "gone" | "none" }) {
  return (
    <>
      <PracticeEntry main />
      <p class="menu-alone" data-testid="alone">
        {t(($) => $.practice.alone[why])}
      </p>
      {why === "gone" && (
        <Button icon="again" kind="ghost" testId="look-again" onClick={() => location.reload()}>
          {t(($) => $.practice.again)}
        </Button>
      )}
    </>
  );
}
