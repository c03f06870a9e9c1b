import { useComputed } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../words/t.ts";
import { HudChat } from "../chat/hud-chat.tsx";
import { useStore } from "../context.ts";
import { touchUsed } from "../device/touch-mode.ts";
import { chatOpen, openMenu, openTalk, setScoresShown, showScores } from "../hud-state.ts";
import { NetGraph } from "../net-graph/net-graph.tsx";
import { ConditionsBadge } from "../network/conditions-badge.tsx";
import { Button } from "../parts/button.tsx";
import { ChoosePractice } from "../parts/choose-practice.tsx";
import { MuteSign } from "../parts/mute.tsx";
import { useUnfold } from "../parts/unfold.ts";
import { PracticePanel, SlowMotionSign } from "../practice/practice-panel.tsx";
import { TimingBar } from "../practice/timing-bar.tsx";
import { TouchControls } from "../touch/touch-controls.tsx";
import { TalkButton } from "../voice/talk-button.tsx";
import { VoiceSign } from "../voice/voice-sign.tsx";
import { VoiceSpeakers } from "../voice/voice-speakers.tsx";
import { WatchBar } from "../watch/watch-bar.tsx";
import { AwayNote } from "./away-note.tsx";
import { BigCountdown } from "./big-countdown.tsx";
import { Call } from "./call.tsx";
import { ClosingNote } from "./closing-note.tsx";
import { ConnectionBars } from "./connection-bars.tsx";
import { ConnectionNote } from "./connection-note.tsx";
import { Feed } from "./feed.tsx";
import { FirstStepPrompt } from "./first-step.tsx";
import { MiniScores } from "./mini-scores.tsx";
import { ModePanel } from "./modes/mode-panel.tsx";
import { OwnPanel } from "./own-panel.tsx";
import { Respawn } from "./respawn.tsx";
import { RoomChip } from "./room-chip.tsx";
import { ScoreScroll } from "./score-scroll.tsx";
import { Scoreboard } from "./scoreboard.tsx";
import { Timer } from "./timer.tsx";
import { TopColumn } from "./top-column.tsx";
import { WaitingNote } from "./waiting-note.tsx";

/** What lies over a running match. The parts redraw themselves, each by its own signals. */
export function Hud() {
  const hud = useStore("hud");
  const ref = useRef<HTMLDivElement>(null);
  const byTouch = touchUsed.value;
  const watches = useStore("watching").isOn.value;
  const practice = useStore("practice");
  const drill = useComputed(() => practice.report.value?.drill).value;
  const alone = drill !== undefined;
  // A match of practice looks as all matches do.
  const exercises = alone && drill !== "match";
  const shown = useUnfold(5);
  const table = useComputed(() => showScores.value && hud.phase.value !== "results");
  // A click must not leave the keyboard with a button: the next Space is a push.
  useLayoutEffect(() => {
    const keepFocus = (event: Event) => {
      if (!chatOpen.peek()) event.preventDefault();
    };
    const hud = ref.current;
    hud?.addEventListener("mousedown", keepFocus);
    return () => hud?.removeEventListener("mousedown", keepFocus);
  }, []);
  return (
    <div
      ref={ref}
      class={`hud ${byTouch ? "hud-touch" : "hud-keys"} ${watches ? "hud-watches" : ""} ${exercises ? "hud-practice" : ""}`}
      data-testid="hud"
    >
      <div class="hud-top-left">{shown > 2 && (exercises ? <PracticePanel /> : <MiniScores />)}</div>
      {shown > 0 && (
        <TopColumn>
          {exercises ? <TimingBar /> : <Timer />}
          <ModePanel />
          <ClosingNote />
          <AwayNote />
          <WaitingNote />
          <Call />
        </TopColumn>
      )}
      <div class="hud-top-right">
        <div class="hud-corner">
          {shown > 3 && (
            <>
              <RoomChip />
              {!alone && <ConnectionBars />}
            </>
          )}
          <MuteSign class="hud-menu hud-muted" />
          <VoiceSign class="hud-menu hud-muted" />
          <div class="hud-buttons">
            {shown > 3 && !alone && (
              <Button
                icon="chat"
                kind="ghost"
                class="hud-menu"
                label={t(($) => $.chat.talk)}
                testId="talk"
                onClick={() => openTalk("emotes")}
              />
            )}
            {shown > 3 && alone && !exercises && (
              <ChoosePractice testId="practice-options" class="hud-menu" />
            )}
            <Button
              icon="menu"
              kind="ghost"
              class="hud-menu"
              label={t(($) => $.hud.menu)}
              testId="pause"
              onClick={openMenu}
            />
          </div>
        </div>
        {shown > 3 && (
          <>
            {!exercises && <SlowMotionSign short />}
            <ConnectionNote />
            <VoiceSpeakers />
            <ConditionsBadge />
            <Feed />
          </>
        )}
      </div>
      {shown > 4 && <NetGraph />}
      {shown > 3 && <HudChat />}
      <BigCountdown />
      {!watches && <Respawn />}
      {!watches && shown > 1 && <FirstStepPrompt />}
      {shown > 1 && (watches ? <WatchBar /> : <OwnPanel />)}
      {byTouch && !watches && shown > 4 && <TouchControls />}
      {byTouch && !watches && shown > 4 && <TalkButton />}
      {table.value && (
        <section
          class="hud-scores panel"
          aria-label={t(($) => $.common.scoreboard)}
          onPointerUp={() => setScoresShown(false)}
        >
          <ScoreScroll>
            <Scoreboard />
          </ScoreScroll>
        </section>
      )}
    </div>
  );
}
