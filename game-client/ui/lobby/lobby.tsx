import { useEffect, useRef } from "preact/hooks";
import { roomName } from "../../words/names.ts";
import { t } from "../../words/t.ts";
import { ChatPanel } from "../chat/chat-panel.tsx";
import { useStore, useUi } from "../context.ts";
import { RoomChip } from "../hud/room-chip.tsx";
import { openMenu } from "../hud-state.ts";
import { Button } from "../parts/button.tsx";
import { Invite } from "../room/invite.tsx";
import { usePlanDraft } from "./draft.ts";
import { Guests } from "./guests.tsx";
import { PlanCard } from "./plan-card.tsx";
import { SetUp } from "./set-up.tsx";
import { StartBar } from "./start-bar.tsx";
import { Votes } from "./votes.tsx";

/** Where people meet before a match and between matches: who is here, what will be played, and the button that begins it. */
export function Lobby() {
  const { host } = useStore("lobby");
  const draft = usePlanDraft();
  const ref = useRef<HTMLElement>(null);
  const isHost = host.value?.self === true;
  // Whoever becomes host finds the focus on Start, unless they are at something else.
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body)
      ref.current
        ?.querySelector<HTMLElement>(isHost ? "[data-testid=start]" : ".button-start")
        ?.focus({ preventScroll: true });
  }, [isHost]);
  return (
    <main ref={ref} class="screen lobby" data-testid="lobby">
      <header class="lobby-head">
        <RoomTitle />
        <Closing />
        <RoomChip />
        <Button icon="menu" kind="ghost" label={t(($) => $.hud.menu)} testId="pause" onClick={openMenu} />
      </header>
      <section class="panel lobby-people" aria-label={t(($) => $.lobby.here)}>
        <h3>{t(($) => $.lobby.here)}</h3>
        <Guests />
      </section>
      <section class="panel lobby-invite">
        <Invite />
      </section>
      <section class="panel lobby-plan" aria-label={t(($) => $.lobby.plan)}>
        <h3>{t(($) => $.lobby.plan)}</h3>
        <Votes />
        {isHost ? <SetUp draft={draft} /> : <PlanCard plan={draft.plan.value} />}
      </section>
      <section class="panel lobby-talk">
        <ChatPanel />
      </section>
      <StartBar beforeStart={draft.flush} />
    </main>
  );
}

function RoomTitle() {
  const { host } = useStore("lobby");
  const { name, named } = useStore("hud").room.value ?? { name: "", named: false };
  return (
    <h2 class="lobby-title" data-testid="lobby-title">
      {roomName({ name, named, host: host.value?.name ?? "" }) || t(($) => $.lobby.title)}
    </h2>
  );
}

/** Says when the room is about to close because nobody does anything; the host can say that they are still here. */
function Closing() {
  const { actions } = useUi();
  const { host } = useStore("lobby");
  const seconds = useStore("hud").closesIn.value;
  if (seconds === 0) return null;
  return (
    <p class="lobby-closing" role="status" data-testid="closing-note">
      {t(($) => $.lobby.closing, { seconds })}
      {host.value?.self && (
        <Button kind="sun" testId="keep-open" onClick={() => actions.give("setUp", {})}>
          {t(($) => $.lobby.keepOpen)}
        </Button>
      )}
    </p>
  );
}
