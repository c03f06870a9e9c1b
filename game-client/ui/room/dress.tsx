import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { Dresser, isNumbered } from "../../session/dresser.ts";
import type { Guest } from "../../session/stores/lobby.ts";
import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { closeDialog, openDialog } from "../hud-state.ts";
import { LookChooser } from "../menu/look-chooser.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";

/** Beside the own name in a list of people. */
export function DressButton() {
  return (
    <Button
      icon="pen"
      kind="ghost"
      class="guest-more"
      testId="guest-dress"
      label={t(($) => $.people.dress.title)}
      onClick={() => openDialog("dress")}
    />
  );
}

/** The own name and look, to be changed in a room. */
export function DressDialog() {
  const { guests } = useStore("lobby");
  const self = guests.value.find((guest) => guest.self);
  return (
    <Dialog
      title={t(($) => $.people.dress.title)}
      onClose={closeDialog}
      class="dialog-small dress"
      testId="dress-dialog"
      footer={
        <Button kind="sun" cue="uiBack" testId="dress-done" onClick={closeDialog}>
          {t(($) => $.common.done)}
        </Button>
      }
    >
      {self !== undefined && <Dress self={self} />}
    </Dialog>
  );
}

/** What one wears is what the room says; what one chose is kept for the next room, too. */
function Dress({ self }: { self: Guest }) {
  const { actions } = useUi();
  const { look } = useStore("preferences").settings.value;
  const dresser = useMemo(
    () =>
      new Dresser({
        ask: (wanted) => actions.give("dress", wanted),
        now: () => performance.now(),
        after(delayMs, callback) {
          const timer = setTimeout(callback, delayMs);
          return () => clearTimeout(timer);
        },
      }),
    [actions],
  );
  useEffect(() => () => dresser.flush(), [dresser]);
  return (
    <div class="stack">
      <LookChooser
        look={look}
        worn={dresser.settled.value ? self.look : look}
        onChange={(next) => {
          actions.changeSettings({ look: next });
          dresser.look(next);
        }}
      />
      <NameField self={self} dresser={dresser} />
      <Refused />
      {dresser.settled.value && <Difference self={self} />}
    </div>
  );
}

function NameField({ self, dresser }: { self: Guest; dresser: Dresser }) {
  const { actions } = useUi();
  /** What is being written; undefined while what stands is shown. */
  const draft = useSignal<string | undefined>(undefined);
  /** What the room was asked for and has not answered yet. */
  const asked = useSignal<string | undefined>(undefined);
  const settled = dresser.settled.value;
  useEffect(() => {
    if (settled) asked.value = undefined;
  }, [settled, asked]);
  const commit = () => {
    const name = draft.peek()?.trim();
    draft.value = undefined;
    if (name === undefined || name === self.name) return;
    dresser.name(name);
    // The room says what is wrong with a blank one.
    if (name === "") return;
    asked.value = name;
    actions.changeSettings({ name });
  };
  const leave = useRef(commit);
  leave.current = commit;
  useEffect(() => () => leave.current(), []);
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      <label for="dress-name">{t(($) => $.menu.name.label)}</label>
      <input
        id="dress-name"
        class="input"
        type="text"
        maxLength={16}
        autocomplete="nickname"
        spellcheck={false}
        value={draft.value ?? asked.value ?? self.name}
        data-testid="dress-name"
        onInput={(event) => {
          draft.value = event.currentTarget.value;
        }}
        onBlur={commit}
      />
    </form>
  );
}

/** Why the room did not do it: its notices lie below the dialogue, where nobody reads them. */
function Refused() {
  const { items } = useStore("notices");
  const before = useRef(items.peek().at(-1)?.key ?? 0);
  const newest = items.value.at(-1);
  if (newest === undefined || !newest.isRefusal || newest.key <= before.current) return null;
  return (
    <p class="notice" role="alert" data-testid="dress-refused">
      <Icon name="warn" />
      <span>{newest.text()}</span>
    </p>
  );
}

/** Says what of the choice could not be had, because somebody else has it. */
function Difference({ self }: { self: Guest }) {
  const { name, look } = useStore("preferences").settings.value;
  const said = [
    look.color !== self.look.color && t(($) => $.people.dress.color),
    look.color === self.look.color && look.pattern !== self.look.pattern && t(($) => $.people.dress.pattern),
    isNumbered(self.name, name) && t(($) => $.people.dress.name, { name: self.name }),
  ].filter((words) => words !== false);
  if (said.length === 0) return null;
  return (
    <p class="notice" role="status" data-testid="dress-difference">
      <Icon name="people" />
      <span>{said.join(" ")}</span>
    </p>
  );
}
