/** What a press may be followed by, and for how long (ms) that is kept from the page. */
const AFTERMATH = ["mousedown", "mouseup", "click", "auxclick", "contextmenu", "keyup"] as const;
const AFTERMATH_MS = 250;

/**
 * The next key (`KeyboardEvent.code`) or mouse button ("Mouse0".."Mouse4") that is pressed; undefined for
 * Escape and for a touch. Nothing else on the page gets to see the press.
 */
export function captureKey(): Promise<string | undefined> {
  return new Promise((resolve) => {
    const listening = new AbortController();
    const options = { capture: true, signal: listening.signal };
    let taken = false;
    const swallow = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const take = (event: Event, code: string | undefined) => {
      // Another key is a press of its own; the same one, held, is not.
      if (taken && event instanceof KeyboardEvent && !event.repeat) return;
      swallow(event);
      if (taken) return;
      taken = true;
      // The press is followed by its release, a click or a context menu: those are swallowed, too.
      setTimeout(() => listening.abort(), AFTERMATH_MS);
      resolve(code);
    };
    window.addEventListener(
      "keydown",
      (event) => take(event, event.code === "Escape" ? undefined : event.code),
      options,
    );
    window.addEventListener(
      "pointerdown",
      (event) => take(event, event.pointerType === "mouse" ? `Mouse${event.button}` : undefined),
      options,
    );
    for (const type of AFTERMATH) window.addEventListener(type, swallow, options);
  });
}
