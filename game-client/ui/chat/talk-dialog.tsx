import { useEffect, useRef } from "preact/hooks";
import { EMOTES, PHRASES } from "#shared/talk.ts";
import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { padUsed } from "../device/pad-mode.ts";
import { touchUsed } from "../device/touch-mode.ts";
import { closeDialog, openChat } from "../hud-state.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { EmotePicture } from "./emote-picture.tsx";

/** A key that is held for longer (ms) chooses what the mouse points at when it is let go. */
const HOLD_MS = 250;

/** A wheel of emotes, and phrases beside it. Digits choose emotes as well. */
export function TalkDialog() {
  const { actions } = useUi();
  const preferences = useStore("preferences");
  const byKeys = !touchUsed.value && !padUsed.value;
  const pointed = useRef<number | undefined>(undefined);
  const show = (emote: number) => {
    closeDialog();
    actions.give("emote", emote);
  };
  useEffect(() => {
    const opened = performance.now();
    const { emotes } = preferences.settings.peek().bindings;
    const onDown = ({ code, repeat }: KeyboardEvent) => {
      // The key that opens it closes it.
      if (emotes.includes(code) && !repeat) closeDialog();
      const digit = Number(/^(?:Digit|Numpad)([1-8])$/.exec(code)?.[1] ?? 0);
      if (digit > 0 && !repeat) show(digit - 1);
    };
    const onUp = ({ code }: KeyboardEvent) => {
      const held = performance.now() - opened >= HOLD_MS;
      if (emotes.includes(code) && held && pointed.current !== undefined) show(pointed.current);
    };
    window.addEventListener("keydown", onDown);
    window.addEventListener("keyup", onUp);
    return () => {
      window.removeEventListener("keydown", onDown);
      window.removeEventListener("keyup", onUp);
    };
  }, []);
  return (
    <Dialog title={t(($) => $.chat.talk)} onClose={closeDialog} class="talk-dialog" testId="talk-dialog">
      <div class="talk">
        <section class="emote-wheel" aria-label={t(($) => $.chat.emotesTitle)}>
          {EMOTES.map((name, i) => (
            <button
              key={name}
              type="button"
              class="emote"
              style={`--turn:${i / EMOTES.length}turn`}
              aria-label={t(($) => $.chat.emotes[name])}
              title={t(($) => $.chat.emotes[name])}
              data-testid={`emote-${name}`}
              autofocus={i === 0}
              onPointerEnter={() => {
                pointed.current = i;
              }}
              onPointerLeave={() => {
                pointed.current = undefined;
              }}
              onClick={() => show(i)}
            >
              <EmotePicture name={name} />
              {byKeys && <kbd class="emote-digit">{i + 1}</kbd>}
            </button>
          ))}
        </section>
        <section class="phrases" aria-label={t(($) => $.chat.phrasesTitle)}>
          {PHRASES.map((name, i) => (
            <button
              key={name}
              type="button"
              class="phrase"
              data-testid={`phrase-${name}`}
              onClick={() => {
                closeDialog();
                actions.give("phrase", i);
              }}
            >
              {t(($) => $.chat.phrases[name])}
            </button>
          ))}
          <Button
            icon="chat"
            testId="talk-write"
            onClick={() => {
              closeDialog();
              openChat();
            }}
          >
            {t(($) => $.chat.write)}
          </Button>
        </section>
      </div>
    </Dialog>
  );
}
