import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { RoomCard } from "#shared/room-list.ts";
import { MATCH } from "#shared/tunables.ts";
import { refusalText } from "../../words/refusals.ts";
import { type Text, t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { LookChooser } from "../menu/look-chooser.tsx";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";
import { CardRoom } from "./card-room.tsx";

/** What a link to a room opens: the room, who one is, and the way in. */
export function JoinCard({ code, notice }: { code: string; notice: Text | undefined }) {
  const { about } = useStore("card");
  const known = about.value;
  return (
    <main class="screen card-screen" data-testid="card">
      {known.kind === "looking" && <Waiting words={t(($) => $.card.looking, { code })} />}
      {known.kind === "unreachable" && <Waiting words={t(($) => $.card.unreachable)} />}
      {known.kind === "gone" && <Gone why={known.why} />}
      {known.kind === "room" && <Invitation room={known.room} notice={notice} />}
    </main>
  );
}

function Waiting({ words }: { words: string }) {
  return (
    <div class="panel state-card">
      <p role="status">{words}</p>
      <ToMenu />
    </div>
  );
}

function Gone({ why }: { why: Text }) {
  const { actions } = useUi();
  return (
    <div class="panel state-card" role="alert" data-testid="card-gone">
      <div class="state-icon">
        <Icon name="warn" />
      </div>
      <h2>{t(($) => $.card.gone.title)}</h2>
      <p>{why()}</p>
      <div class="state-buttons">
        <Button kind="sun" testId="card-play" autofocus onClick={() => actions.quickPlay()}>
          {t(($) => $.card.play)}
        </Button>
        <ToMenu />
      </div>
    </div>
  );
}

function Invitation({ room, notice }: { room: RoomCard; notice: Text | undefined }) {
  return (
    <div class="panel card">
      <CardRoom room={room} />
      <Enter room={room} notice={notice} />
    </div>
  );
}

/** Who one is, and Join. Whoever has played before joins with one tap; a newcomer gives a name first. */
function Enter({ room, notice }: { room: RoomCard; notice: Text | undefined }) {
  const { actions } = useUi();
  const settings = useStore("preferences").settings.value;
  const form = useRef<HTMLFormElement>(null);
  const password = useSignal("");
  const isNew = useRef(settings.name.trim() === "").current;
  const why = room.refuses === null ? undefined : refusalText(room.refuses)();
  const mayWatch = why === undefined && room.spectators < MATCH.maxSpectators;
  const full = mayWatch ? t(($) => $.watching.full) : t(($) => $.card.full);
  const shut = why ?? (room.full ? full : undefined);
  const filled = settings.name.trim() !== "" && (!room.locked || password.value !== "");
  const ready = shut === undefined && filled;
  // What was said against a room that was shut is over when it opens.
  const wasShut = useRef(false);
  const isOver = useSignal(false);
  useEffect(() => {
    isOver.value = shut === undefined && wasShut.current;
    wasShut.current ||= shut !== undefined;
  }, [shut, isOver]);
  const said = shut ?? (isOver.value ? undefined : notice?.());
  const isOpen = shut === undefined;
  useEffect(() => {
    if (!isOpen && !mayWatch) return;
    const button = isOpen ? "[type=submit]" : "[data-testid=card-watch]";
    const wanted = isNew ? "[name=nickname]" : room.locked ? "[name=room-password]" : button;
    form.current?.querySelector<HTMLElement>(wanted)?.focus({ preventScroll: true });
  }, [isNew, isOpen, mayWatch, room.locked]);
  return (
    <form
      ref={form}
      class="card-you"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) actions.join(room.code, password.value);
      }}
    >
      <LookChooser look={settings.look} onChange={(look) => actions.changeSettings({ look })} />
      <div class="field">
        <label for="card-name">{isNew ? t(($) => $.card.nameFirst) : t(($) => $.card.name)}</label>
        <input
          id="card-name"
          name="nickname"
          class="input"
          type="text"
          maxLength={16}
          autocomplete="nickname"
          spellcheck={false}
          value={settings.name}
          data-testid="card-name"
          onInput={(event) => actions.changeSettings({ name: event.currentTarget.value })}
        />
      </div>
      {room.locked && (
        <div class="field">
          <label for="card-password">{t(($) => $.card.password)}</label>
          <input
            id="card-password"
            name="room-password"
            class="input"
            type="password"
            maxLength={64}
            autocomplete="off"
            value={password}
            data-testid="card-password"
            onInput={(event) => {
              password.value = event.currentTarget.value;
            }}
          />
        </div>
      )}
      {said !== undefined && (
        <p class="notice" role="status" data-testid="card-notice">
          <Icon name="warn" />
          <span>{said}</span>
        </p>
      )}
      <div class="card-buttons">
        <Button
          kind={room.full ? "sky" : "sun"}
          class={room.full ? "" : "card-join"}
          type="submit"
          testId="card-join"
          disabled={!ready}
        >
          {t(($) => $.common.join)}
        </Button>
        {mayWatch && (
          <Button
            icon="eye"
            kind={room.full ? "sun" : "sky"}
            class={room.full ? "card-join" : ""}
            testId="card-watch"
            disabled={!filled}
            onClick={() => actions.join(room.code, password.value, true)}
          >
            {t(($) => $.watching.watch)}
          </Button>
        )}
        {shut !== undefined && !mayWatch && (
          <Button testId="card-play" onClick={() => actions.quickPlay()}>
            {t(($) => $.card.play)}
          </Button>
        )}
        <ToMenu />
      </div>
    </form>
  );
}

function ToMenu() {
  const { actions } = useUi();
  return (
    <Button kind="ghost" cue="uiBack" wayBack testId="card-menu" onClick={() => actions.toMenu()}>
      {t(($) => $.common.menu)}
    </Button>
  );
}
