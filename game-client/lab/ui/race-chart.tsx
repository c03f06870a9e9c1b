import { useSignal } from "@preact/signals";
import { Button } from "../../ui/parts/button.tsx";
import { EXPLANATIONS } from "../explain.ts";
import type { Lab } from "../lab.ts";
import type { RaceTime } from "../race.ts";

/** How long (ms) the slowest pane takes when a race is shown again. */
const REPLAY_MS = 3000;

/** The race: one push for all panes, and when each of them had it. */
export function RaceChart({ lab }: { lab: Lab }) {
  const shown = useSignal(0);
  const race = lab.race.value;
  const times = race.name === "running" || race.name === "done" ? race.times : new Map();
  const longest = Math.max(1, ...[...times.values()].map(({ drawn, came }) => drawn ?? came ?? 0));
  return (
    <section class="panel lab-race" aria-label="Race">
      <header>
        <div>
          <h2>Race</h2>
          <p class="dim">
            The next push of a bot goes to all panes at the same instant. When does each of them have it?
          </p>
        </div>
        <div class="lab-race-buttons">
          <Button
            kind="sun"
            testId="race"
            disabled={race.name === "waiting" || race.name === "running"}
            onClick={() => lab.startRace()}
          >
            {race.name === "done" ? "Race again" : "Race"}
          </Button>
          <Button
            icon="again"
            testId="race-replay"
            disabled={race.name !== "done"}
            onClick={() => {
              shown.value += 1;
            }}
          >
            Replay
          </Button>
        </div>
      </header>
      <ol class="lab-bars" data-testid="race-bars" data-state={race.name}>
        {lab.panes.value.map(({ transport }) => (
          <li key={transport}>
            <span>{EXPLANATIONS[transport].title}</span>
            <Bar
              key={`${shown.value}-${race.name}`}
              time={times.get(transport)}
              longest={longest}
              done={race.name === "done"}
            />
          </li>
        ))}
      </ol>
      <p class="dim" role="status">
        {race.name === "idle" && "Nothing has been timed yet."}
        {race.name === "waiting" && "Waiting for somebody to push…"}
        {race.name === "running" && "A push is on its way."}
        {race.name === "failed" && race.why}
        {race.name === "done" &&
          `Full bar: it was here. Pale: it was drawn, after the delay by which others move evenly. Exact to a frame. The replay stretches it to ${REPLAY_MS / 1000} seconds.`}
      </p>
    </section>
  );
}

function Bar({ time, longest, done }: { time: RaceTime | undefined; longest: number; done: boolean }) {
  const { came, drawn } = time ?? {};
  const share = (ms: number | undefined): string => `${((ms ?? 0) / longest) * 100}%`;
  return (
    <>
      <span class="lab-track">
        {[drawn, came].map((ms, index) => (
          <i
            key={index === 0 ? "drawn" : "came"}
            class={index === 0 ? "lab-bar-drawn" : "lab-bar-came"}
            style={`width:${share(ms)};animation-duration:${done ? ((ms ?? 0) / longest) * REPLAY_MS : 0}ms`}
          />
        ))}
      </span>
      <b>
        {came === undefined ? (done ? "did not come" : "") : `${Math.round(came)} ms`}
        {drawn !== undefined && <small> drawn at {Math.round(drawn)}</small>}
      </b>
    </>
  );
}
