import { useSignal } from "@preact/signals";
import { modesFor } from "#shared/simulation/modes/suits.ts";
import { modeOf } from "#shared/simulation/modes/table.ts";
import { MATCH } from "#shared/tunables.ts";
import type { CreateChoice } from "../../session/store.ts";
import { useUi } from "../context.ts";
import { closeDialog } from "../hud-state.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Choice, Slider, Toggle } from "../parts/fields.tsx";
import { ArenaMap } from "./arena-map.tsx";
import { choosing, startingChoice } from "./create-choice.ts";

const SKILLS = [
  { value: "easy", text: "Easy" },
  { value: "normal", text: "Normal" },
  { value: "hard", text: "Hard" },
] as const;

/** Everything about a new room. It opens with what suits most, so one click is enough. */
export function Create() {
  const { actions, arenas } = useUi();
  const choice = useSignal(startingChoice(arenas));
  const change = (part: Partial<CreateChoice>) => {
    const next = { ...choice.value, ...part };
    choice.value = { ...next, bots: Math.min(next.bots, next.maxPlayers - 1) };
  };
  const { maxPlayers, bots, botSkill, timeLimit, password } = choice.value;
  const most = arenas.find(({ id }) => id === choice.value.arena)?.maxPlayers ?? MATCH.maxPlayers;
  const minutes = Math.round(timeLimit / 60);
  return (
    <Dialog
      title="Create room"
      onClose={closeDialog}
      class="dialog-wide"
      testId="create-dialog"
      footer={
        <>
          <Button kind="ghost" cue="uiBack" onClick={closeDialog}>
            Cancel
          </Button>
          <Button kind="sun" testId="create-submit" onClick={() => actions.create(choice.value)}>
            Open the room
          </Button>
        </>
      }
    >
      <fieldset class="field">
        <legend>Arena</legend>
        <div class="arenas">
          {arenas.map((arena) => (
            <label key={arena.id} class="arena" data-cue="uiMove">
              <input
                type="radio"
                name="arena"
                value={arena.id}
                checked={arena.id === choice.value.arena}
                onChange={() => change(choosing(arena, choice.value))}
              />
              <span class="arena-card">
                <ArenaMap arena={arena} />
                <strong>{arena.name}</strong>
                <small>
                  {modeOf(modesFor(arena)[0] ?? "").name}, {arena.minPlayers} to {arena.maxPlayers} players
                </small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="columns">
        <Slider
          label="Seats"
          min={2}
          max={most}
          step={1}
          value={maxPlayers}
          text={String(maxPlayers)}
          testId="create-seats"
          onInput={(value) => change({ maxPlayers: value })}
        />
        <Slider
          label="Bots"
          min={0}
          max={maxPlayers - 1}
          step={1}
          value={bots}
          text={bots === 0 ? "none" : String(bots)}
          testId="create-bots"
          onInput={(value) => change({ bots: value })}
        />
        <Choice
          label="Skill of the bots"
          value={botSkill}
          options={SKILLS}
          testId="create-skill"
          onChange={(value) => change({ botSkill: value })}
        />
        <Slider
          label="Length of a match"
          min={1}
          max={10}
          step={1}
          value={minutes}
          text={`${minutes} min`}
          testId="create-minutes"
          onInput={(value) => change({ timeLimit: value * 60 })}
        />
        <Toggle
          label="Private room"
          hint="Only its code or link leads to it"
          checked={choice.value.private}
          testId="create-private"
          onChange={(value) => change({ private: value })}
        />
        <div class="field">
          <label for="create-password">
            Password <span class="dim">(optional)</span>
          </label>
          <input
            id="create-password"
            class="input"
            type="text"
            autocomplete="off"
            maxLength={32}
            placeholder="Anyone may come in"
            value={password}
            data-testid="create-password"
            onInput={(event) => change({ password: event.currentTarget.value })}
          />
        </div>
      </div>
    </Dialog>
  );
}
