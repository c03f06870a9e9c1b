import { useSignal } from "@preact/signals";
import { modesFor } from "#shared/simulation/modes/suits.ts";
import { MATCH } from "#shared/tunables.ts";
import type { CreateChoice } from "../../session/actions.ts";
import { arenaName, modeName } from "../../words/names.ts";
import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { closeDialog } from "../hud-state.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Choice, Slider, TextField, Toggle } from "../parts/fields.tsx";
import { ArenaChooser } from "./arena-chooser.tsx";
import { choosing, choosingMode, startingChoice, tidy } from "./create-choice.ts";
import { BotsField, LengthField, ModeField, SkillField } from "./match-fields.tsx";
import { PickupsField } from "./pickups-field.tsx";

const SKILLS = ["fitting", "easy", "normal", "hard"] as const;
const RATES = { "10": 10, "25": 25, "50": 50 } as const;

/** Everything about a new room. It opens with what was chosen last, or with what suits most: one press is enough. */
export function Create() {
  const { actions, arenas } = useUi();
  const { lastRoom } = useStore("menu");
  const choice = useSignal(startingChoice(arenas, lastRoom.peek()));
  const change = (part: Partial<CreateChoice>) => {
    choice.value = tidy({ ...choice.value, ...part });
  };
  const { maxPlayers, bots, botSkill, timeLimit, mode, netRate } = choice.value;
  const arena = arenas.find(({ id }) => id === choice.value.arena);
  const modes = arena === undefined ? [] : modesFor(arena);
  const minutes = Math.round(timeLimit / 60);
  return (
    <Dialog
      title={t(($) => $.common.createRoom)}
      onClose={closeDialog}
      class="dialog-wide create"
      testId="create-dialog"
      footer={
        <>
          <p class="create-summary" data-testid="create-summary">
            <strong>{arena && arenaName(arena.name)}</strong>
            <span>
              {t(($) => $.menu.create.summary, {
                mode: modeName(mode),
                minutes: t(($) => $.units.minutes, { value: minutes }),
                bots: t(($) => $.common.bots, { count: bots }),
              })}
            </span>
          </p>
          <Button kind="ghost" cue="uiBack" onClick={closeDialog}>
            {t(($) => $.common.cancel)}
          </Button>
          <Button
            kind="sun"
            testId="create-submit"
            autofocus
            onClick={() => actions.create({ ...choice.value, roomName: choice.value.roomName.trim() })}
          >
            {t(($) => $.menu.create.submit)}
          </Button>
        </>
      }
    >
      <ArenaChooser
        arenas={arenas}
        value={choice.value.arena}
        testId="create-arena"
        onChange={(chosen) => change(choosing(chosen, choice.value))}
      />
      <div class="columns">
        <ModeField
          modes={modes}
          value={mode}
          testId="create-mode"
          onChange={(value) => change(choosingMode(value, choice.value))}
        />
        <LengthField
          value={timeLimit}
          testId="create-minutes"
          onChange={(value) => change({ timeLimit: value })}
        />
        <Slider
          label={t(($) => $.menu.create.seats)}
          min={2}
          max={arena?.maxPlayers ?? MATCH.maxPlayers}
          step={1}
          value={maxPlayers}
          text={String(maxPlayers)}
          testId="create-seats"
          onInput={(value) => change({ maxPlayers: value })}
        />
        <BotsField
          seats={maxPlayers}
          value={bots}
          testId="create-bots"
          onChange={(value) => change({ bots: value })}
        />
        <SkillField
          skills={SKILLS}
          value={botSkill}
          testId="create-skill"
          onChange={(value) => change({ botSkill: value })}
        />
        <PickupsField
          off={choice.value.pickupsOff}
          testId="create-pickups"
          onChange={(pickupsOff) => change({ pickupsOff })}
        />
        <TextField
          label={t(($) => $.menu.create.name)}
          maxLength={30}
          placeholder={t(($) => $.menu.create.noName)}
          value={choice.value.roomName}
          testId="create-name"
          onInput={(value) => change({ roomName: value })}
        />
        <Choice
          label={t(($) => $.menu.create.netRate)}
          value={String(netRate)}
          options={Object.keys(RATES).map((value) => ({ value, text: value }))}
          testId="create-rate"
          onChange={(value) => change({ netRate: RATES[value as keyof typeof RATES] })}
        />
        <Toggle
          label={t(($) => $.menu.create.lobby)}
          hint={t(($) => $.menu.create.lobbyHint)}
          checked={choice.value.lobby}
          testId="create-lobby"
          onChange={(value) => change({ lobby: value })}
        />
        <Toggle
          label={t(($) => $.menu.create.private)}
          hint={t(($) => $.menu.create.privateHint)}
          checked={choice.value.private}
          testId="create-private"
          onChange={(value) => change({ private: value })}
        />
        <TextField
          label={t(($) => $.menu.create.password)}
          maxLength={32}
          placeholder={t(($) => $.menu.create.anyone)}
          value={choice.value.password}
          testId="create-password"
          onInput={(value) => change({ password: value })}
        />
      </div>
    </Dialog>
  );
}
