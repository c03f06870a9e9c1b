import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../words/t.ts";
import { Button } from "./button.tsx";
import { PadPrompts } from "./pad-prompts.tsx";

export interface DialogProps {
  title: string;
  /** Escape, the cross and a click beside the dialogue. */
  onClose: () => void;
  children: ComponentChildren;
  /** Buttons that stay in sight while the content scrolls. */
  footer?: ComponentChildren;
  class?: string;
  testId?: string;
}

/** A modal dialogue on the browser's own element, which keeps the focus inside and gives it back. */
export function Dialog({ title, onClose, children, footer, class: extra, testId }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const open = useRef(true);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => {
      open.current = false;
      dialog?.close();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      class={`dialog ${extra ?? ""}`}
      aria-labelledby={titleId}
      data-testid={testId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // A browser closes a dialogue without asking when nothing was clicked before, as with a gamepad.
      onClose={() => {
        if (open.current) onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <div class="dialog-card">
        <header class="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <Button
            icon="close"
            kind="ghost"
            label={t(($) => $.common.close)}
            cue="uiBack"
            testId="dialog-close"
            onClick={onClose}
          />
        </header>
        <div class="dialog-body">{children}</div>
        {footer !== undefined && <footer class="dialog-foot">{footer}</footer>}
        <PadPrompts back={t(($) => $.common.back)} />
      </div>
    </dialog>
  );
}
