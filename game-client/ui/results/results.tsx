import { useComputed } from "@preact/signals";
import { t } from "../../words/t.ts";
import { HudChat } from "../chat/hud-chat.tsx";
import { useStore, useUi } from "../context.ts";
import { touchUsed } from "../device/touch-mode.ts";
import { RoomChip } from "../hud/room-chip.tsx";
import { ScoreScroll } from "../hud/score-scroll.tsx";
import { Scoreboard } from "../hud/scoreboard.tsx";
import { openTalk } from "../hud-state.ts";
import { Votes } from "../lobby/votes.tsx";
import { Button } from "../parts/button.tsx";
import { ChoosePractice } from "../parts/choose-practice.tsx";
import { TeamChoice } from "../room/team-choice.tsx";
import { SeatButton, SeatWords } from "../watch/seat-way.tsx";
import { Awards } from "./awards.tsx";
import { Podium } from "./podium.tsx";
import { verdict, winningTeams } from "./verdict.ts";

/** The end of a match: who won, everybody's figures, and the way into the next one. */
export function Results() {
  const { actions } = useUi();
  const { scores, winners, results } = useStore("standings");
  const watches = useStore("watching").role.value === "spectator";
  const alone = useStore("practice").report.value !== undefined;
  const { gathers } = useStore("lobby");
  const { secondsLeft } = useStore("hud");
  const title = useComputed(() => verdict(winners.value));
  // On the podium are the best of who has won, where that is a team.
  const best = useComputed(() => {
    const sides = winningTeams(winners.value);
    return scores.value.filter(({ team }) => sides.length === 0 || sides.includes(team)).slice(0, 3);
  });
  const next = useComputed(() => nextText(gathers.value, secondsLeft.value));
  return (
    <main class="screen results" data-testid="results">
      <section class="results-winner" aria-label={t(($) => $.results.winner)}>
        <h2 class="results-title" data-testid="results-title">
          {title}
        </h2>
        <Podium rows={best.value} />
        <Awards />
      </section>
      <section class="panel results-table" aria-label={t(($) => $.results.title)}>
        <ScoreScroll>
          <Scoreboard lines={results.value?.lines ?? []} />
        </ScoreScroll>
        <footer class="results-foot">
          <Votes />
          <p class="results-next">
            <span data-testid="results-seconds">{next}</span>
            <RoomChip />
          </p>
          <TeamChoice />
          {watches && (
            <p class="center dim">
              <SeatWords />
            </p>
          )}
          <div class="results-buttons">
            <Button
              kind="ghost"
              icon="leave"
              class="results-leave"
              cue="uiBack"
              testId="leave"
              onClick={() => actions.leave()}
            >
              {t(($) => $.common.leave)}
            </Button>
            {alone ? (
              <ChoosePractice testId="practice-options" />
            ) : (
              <Button
                icon="chat"
                kind="ghost"
                label={t(($) => $.chat.talk)}
                testId="talk"
                onClick={() => openTalk("emotes")}
              />
            )}
            {watches ? <SeatButton /> : <Rematch />}
          </div>
        </footer>
      </section>
      <div class={touchUsed.value ? "hud-touch" : "hud-keys"}>
        <HudChat />
      </div>
    </main>
  );
}

/** Asks for the next match at once, or takes that back. */
function Rematch() {
  const { actions } = useUi();
  const { ready, of, mine } = useStore("standings").rematch.value;
  return (
    <Button
      kind={mine ? "sky" : "sun"}
      icon={mine ? "check" : "again"}
      testId="rematch"
      pressed={mine}
      onClick={() => actions.give("rematch", !mine)}
    >
      {mine ? t(($) => $.results.ready) : t(($) => $.results.rematch)}
      {of > 1 && (
        <span class="results-ready" title={t(($) => $.results.readyOf, { ready, count: of })}>
          {ready}/{of}
        </span>
      )}
    </Button>
  );
}

function nextText(gathers: boolean, seconds: number): string {
  return gathers ? t(($) => $.results.nextLobby, { seconds }) : t(($) => $.results.next, { seconds });
}
