import { useUi } from "../context.ts";
import { openDialog } from "../hud-state.ts";
import { Button } from "../parts/button.tsx";
import { FullScreenButton } from "../parts/full-screen.tsx";
import { Icon } from "../parts/icon.tsx";
import { JoinForm } from "./join-form.tsx";
import { Logo } from "./logo.tsx";
import { LookChooser } from "./look-chooser.tsx";

/** The first thing one sees: who one is on the left, how to get into a match on the right. */
export function Menu({ notice }: { notice: string | undefined }) {
  const { store, actions } = useUi();
  const settings = store.settings.value;
  return (
    <main class="screen menu" data-testid="menu">
      <div class="menu-identity">
        <Logo />
        <div class="panel menu-card">
          <LookChooser />
          <div class="field">
            <label for="player-name">Your name</label>
            <input
              id="player-name"
              class="input"
              type="text"
              maxLength={16}
              autocomplete="nickname"
              spellcheck={false}
              placeholder="Player"
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
            <span>{notice}</span>
          </p>
        )}
        <nav class="panel menu-panel" aria-label="Play">
          <Button kind="sun" class="button-play" testId="play" onClick={() => actions.quickPlay()}>
            Play
          </Button>
          <p class="menu-hint">Straight into a match, against people or bots</p>
          <div class="menu-pair">
            <Button icon="plus" testId="create" onClick={() => openDialog("create")}>
              Create room
            </Button>
            <Button icon="people" testId="rooms" onClick={() => openDialog("rooms")}>
              Rooms
            </Button>
          </div>
          <JoinForm />
        </nav>
        <div class="menu-more">
          <Button icon="help" kind="ghost" testId="how-to-play" onClick={() => openDialog("help")}>
            How to play
          </Button>
          <Button icon="gear" kind="ghost" testId="settings" onClick={() => openDialog("settings")}>
            Settings
          </Button>
          <a class="button button-ghost" href="/lab" data-testid="push-lab">
            <Icon name="push" />
            <span>Push Lab</span>
          </a>
          <FullScreenButton />
        </div>
      </div>
    </main>
  );
}
