/** Who hears of the events of the page. Codes are `KeyboardEvent.code` and "Mouse0".."Mouse4". */
export interface PageSink {
  /** Whether the browser must not act on this code itself. */
  claims(code: string): boolean;
  /** Whether something is bound to the code. */
  isBound(code: string): boolean;
  set(code: string, down: boolean): void;
  /** A key went down in a dialogue, where it is no key of the match, nor text. */
  aside(code: string): void;
  /** The mouse is at this point (CSS pixels). */
  point(clientX: number, clientY: number): void;
  /** A finger came down, moved or left; `down` when it came down. */
  touched(down: boolean): void;
  /** Somebody is there: a key, a button or a finger came down, wherever on the page. */
  used(): void;
  /** Nothing is held any more: the page lost the keyboard. */
  releaseAll(): void;
}

/** Where each key may be text. */
const TEXT =
  'input:not([type="radio"], [type="checkbox"], [type="range"]), textarea, select, [contenteditable=""], [contenteditable="true"]';
/** Where keys are text or belong to a dialogue. */
const TYPING = `input, ${TEXT}, dialog, [role="dialog"]`;
/** Where a click has a meaning of its own. */
const CLICKABLE = `${TYPING}, button, a[href], label, summary, [role="button"]`;
/** Mouse button numbers in the order of the bits of `MouseEvent.buttons`. */
const BUTTON_OF_BIT = [0, 2, 1, 3, 4] as const;

/** Listens to keyboard, mouse and fingers of a page until the signal aborts. */
export function listenToPage(
  target: EventTarget,
  canvas: EventTarget,
  sink: PageSink,
  signal: AbortSignal,
): void {
  let buttons = 0;
  const on = (types: readonly string[], listener: (event: Event) => void): void => {
    for (const type of types) target.addEventListener(type, listener, { signal });
  };

  on(["keydown", "pointerdown"], (event) => {
    if (!isKey(event) || !event.repeat) sink.used();
  });
  on(["keydown"], (event) => {
    if (!isKey(event) || isWithin(event.target, TEXT) || isShortcut(event, sink)) return;
    if (isWithin(event.target, TYPING)) {
      if (!event.repeat) sink.aside(event.code);
      return;
    }
    if (sink.claims(event.code)) event.preventDefault();
    if (!event.repeat) sink.set(event.code, true);
  });
  on(["keyup"], (event) => {
    if (!isKey(event)) return;
    if (sink.claims(event.code) && !isWithin(event.target, TYPING)) event.preventDefault();
    sink.set(event.code, false);
    // macOS tells of no key that is let go while Command is held.
    if (event.code.startsWith("Meta")) sink.releaseAll();
  });
  on(["pointerdown", "pointermove", "pointerup", "pointercancel"], (event) => {
    if (!isPointer(event)) return;
    if (event.pointerType === "touch") {
      sink.touched(event.type === "pointerdown");
      return;
    }
    sink.point(event.clientX, event.clientY);
    const own = !isWithin(event.target, CLICKABLE);
    BUTTON_OF_BIT.forEach((button, bit) => {
      const down = (event.buttons & (1 << bit)) !== 0;
      const was = (buttons & (1 << bit)) !== 0;
      if (down !== was && (own || !down)) sink.set(`Mouse${button}`, down);
    });
    buttons = event.buttons;
  });
  // Buttons other than the first scroll, open menus and leave the page unless these are prevented.
  on(["mousedown", "mouseup", "auxclick"], (event) => {
    if (!isMouse(event) || event.button === 0 || isWithin(event.target, CLICKABLE)) return;
    if (sink.claims(`Mouse${event.button}`)) event.preventDefault();
  });
  on(["blur", "visibilitychange"], () => sink.releaseAll());
  canvas.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
}

/** Ctrl+R and the like belong to the browser, unless the modifier itself is a key of the game. */
function isShortcut(event: KeyboardEvent, sink: PageSink): boolean {
  const free = (name: string): boolean => !sink.isBound(`${name}Left`) && !sink.isBound(`${name}Right`);
  return (
    (event.ctrlKey && free("Control")) || (event.altKey && free("Alt")) || (event.metaKey && free("Meta"))
  );
}

function isWithin(target: EventTarget | null, selector: string): boolean {
  return isElement(target) && target.closest(selector) !== null;
}

function isElement(target: EventTarget | null): target is Element {
  return target !== null && "closest" in target;
}

function isKey(event: Event): event is KeyboardEvent {
  return "code" in event;
}

function isMouse(event: Event): event is MouseEvent {
  return "button" in event;
}

function isPointer(event: Event): event is PointerEvent {
  return "pointerType" in event;
}
