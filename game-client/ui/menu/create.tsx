import { useSignal } from "@preact/signals";
import { modesFor } from "#shared/simulation/modes/suits.ts";
import { MATCH } from "#shared/tunables.ts";
import type { CreateChoice } from "../../session/actions.ts";
import { arenaName, modeName } from "../../words/names.ts";
import { t } from "../../words/t.ts";
import { useUi } from "../context.ts";
import { closeDialog } from "../hud-state.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Choice, Slider, Toggle } from "../parts/fields.tsx";
import { Marked } from "../parts/marked.tsx";
import { ArenaMap } from "./arena-map.tsx";
import { choosing, startingChoice } from "./create-choice.ts";

const SKILLS = ["easy", "normal", "hard"] as const;

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
      title={t(($) => $.common.createRoom)}
      onClose={closeDialog}
      class="dialog-wide"
      testId="create-dialog"
      footer={
        <>
          <Button kind="ghost" cue="uiBack" onClick={closeDialog}>
            {t(($) => $.common.cancel)}
          </Button>
          <Button kind="sun" testId="create-submit" onClick={() => actions.create(choice.value)}>
            {t(($) => $.menu.create.submit)}
          </Button>
        </>
      }
    >
      <fieldset class="field">
        <legend>{t(($) => $.menu.create.arena)}</legend>
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
                <strong>{arenaName(arena.name)}</strong>
                <small>
                  {t(($) => $.menu.create.arenaFor, {
                    mode: modeName(modesFor(arena)[0] ?? ""),
                    min: arena.minPlayers,
                    max: arena.maxPlayers,
                  })}
                </small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="columns">
        <Slider
          label={t(($) => $.menu.create.seats)}
          min={2}
          max={most}
          step={1}
          value={maxPlayers}
          text={String(maxPlayers)}
          testId="create-seats"
          onInput={(value) => change({ maxPlayers: value })}
        />
        <Slider
          label={t(($) => $.menu.create.bots)}
          min={0}
          max={maxPlayers - 1}
          step={1}
          value={bots}
          text={bots === 0 ? t(($) => $.common.none) : String(bots)}
          testId="create-bots"
          onInput={(value) => change({ bots: value })}
        />
        <Choice
          label={t(($) => $.menu.create.skill)}
          value={botSkill}
          options={SKILLS.map((value) => ({ value, text: t(($) => $.menu.create.skills[value]) }))}
          testId="create-skill"
          onChange={(value) => change({ botSkill: value })}
        />
        <Slider
          label={t(($) => $.menu.create.length)}
          min={1}
          max={10}
          step={1}
          value={minutes}
          text={t(($) => $.units.minutes, { value: minutes })}
          testId="create-minutes"
          onInput={(value) => change({ timeLimit: value * 60 })}
        />
        <Toggle
          label={t(($) => $.menu.create.private)}
          hint={t(($) => $.menu.create.privateHint)}
          checked={choice.value.private}
          testId="create-private"
          onChange={(value) => change({ private: value })}
        />
        <div class="field">
          <label for="create-password">
            <Marked
              text={t(($) => $.menu.create.password)}
              parts={{ dim: (optional) => <span class="dim">{optional}</span> }}
            />
          </label>
          <input
            id="create-password"
            class="input"
            type="text"
            autocomplete="off"
            maxLength={32}
            placeholder={t(($) => $.menu.create.anyone)}
            value={password}
            data-testid="create-password"
            onInput={(event) => change({ password: event.currentTarget.value })}
          />
        </div>
      </div>
    </Dialog>
  );
}
