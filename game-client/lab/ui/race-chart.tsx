import { useSignal } from "@preact/signals";
import { Button } from "../../ui/parts/button.tsx";
import { t } from "../../words/t.ts";
import type { Lab } from "../lab.ts";
import type { RaceTime } from "../race.ts";
import { milliseconds } from "./scale.ts";

/** How long (ms) the slowest pane takes when a race is shown again. */
const REPLAY_MS = 3000;

/** The race: one push for all panes, and when each of them had it. */
export function RaceChart({ lab }: { lab: Lab }) {
  const shown = useSignal(0);
  const race = lab.race.value;
  const times = race.name === "running" || race.name === "done" ? race.times : new Map();
  const longest = Math.max(1, ...[...times.values()].map(({ drawn, came }) => drawn ?? came ?? 0));
  return (
    <section class="panel lab-race" aria-label={t(($) => $.lab.race.title)}>
      <header>
        <div>
          <h2>{t(($) => $.lab.race.title)}</h2>
          <p class="dim">{t(($) => $.lab.race.about)}</p>
        </div>
        <div class="lab-race-buttons">
          <Button
            kind="sun"
            testId="race"
            disabled={race.name === "waiting" || race.name === "running"}
            onClick={() => lab.startRace()}
          >
            {race.name === "done" ? t(($) => $.lab.race.again) : t(($) => $.lab.race.start)}
          </Button>
          <Button
            icon="again"
            testId="race-replay"
            disabled={race.name !== "done"}
            onClick={() => {
              shown.value += 1;
            }}
          >
            {t(($) => $.lab.race.replay)}
          </Button>
        </div>
      </header>
      <ol class="lab-bars" data-testid="race-bars" data-state={race.name}>
        {lab.panes.value.map(({ transport }) => (
          <li key={transport}>
            <span>{t(($) => $.lab.transports[transport].title)}</span>
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
        {t(($) => $.lab.race.states[race.name], { seconds: REPLAY_MS / 1000 })}
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
        {came === undefined ? (done ? t(($) => $.lab.race.didNotCome) : "") : milliseconds(came)}
        {drawn !== undefined && <small>{t(($) => $.lab.race.drawnAt, { ms: Math.round(drawn) })}</small>}
      </b>
    </>
  );
}
