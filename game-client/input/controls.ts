import { CONTROLS, type Control, type Settings } from "../session/settings.ts";

export type Bindings = Settings["bindings"];
export type ControlStates = Record<Control, boolean>;

/** Controls that touch and gamepad buttons hold too, as the codes "Touch:push", "Pad:push" and so on. */
export type Button = Extract<Control, "push" | "dash" | "brace" | "scores">;

/** One control between two samples. */
interface Latch {
  /** Whether something holds it now. */
  live: boolean;
  /** What the last sample said. */
  reported: boolean;
  /** Changes since that sample. */
  edges: number;
}

/**
 * Which controls are held. Latches: a press and its release between two samples still make one sample that
 * is held, and a release and the next press one that is not, so that no tap is lost however short it is.
 */
export class Controls {
  readonly #bindings: () => Bindings;
  readonly #held = new Set<string>();
  readonly #latches: Record<Control, Latch>;
  /** What the next sample will say; written anew for each. */
  readonly #states: ControlStates = perControl(() => false);

  constructor(bindings: () => Bindings) {
    this.#bindings = bindings;
    this.#latches = perControl(() => ({ live: false, reported: false, edges: 0 }));
  }

  /** A key, mouse button or direct code goes down or up. Saying the same again changes nothing. */
  set(code: string, down: boolean): void {
    if (this.#held.has(code) === down) return;
    if (down) this.#held.add(code);
    else this.#held.delete(code);
    for (const control of CONTROLS) {
      const latch = this.#latches[control];
      const live = this.#isLive(control);
      if (live === latch.live) continue;
      latch.live = live;
      latch.edges += 1;
    }
  }

  /** Whether something holds the control at this moment. */
  isHeld(control: Control): boolean {
    return this.#latches[control].live;
  }

  /** Whether anything is held. */
  get holdsAny(): boolean {
    return this.#held.size > 0;
  }

  /** Whether one of the held codes passes the test. */
  someHeld(test: (code: string) => boolean): boolean {
    for (const code of this.#held) if (test(code)) return true;
    return false;
  }

  /** What the code does, if anything. */
  controlOf(code: string): Control | undefined {
    return CONTROLS.find((control) => this.#bindings()[control].includes(code));
  }

  /** Whether the code does anything. */
  isBound(code: string): boolean {
    return this.controlOf(code) !== undefined;
  }

  /** What the next sample will say, without taking it; good until the next look or sample. */
  peek(): ControlStates {
    for (let i = 0; i < CONTROLS.length; i++) {
      const control = CONTROLS[i];
      if (control !== undefined) this.#states[control] = read(this.#latches[control]);
    }
    return this.#states;
  }

  /** One sample: what it says now counts as said. Good until the next look or sample. */
  take(): ControlStates {
    const states = this.peek();
    for (let i = 0; i < CONTROLS.length; i++) {
      const control = CONTROLS[i];
      if (control === undefined) continue;
      const latch = this.#latches[control];
      latch.reported = states[control];
      latch.edges = 0;
    }
    return states;
  }

  /** Keys and mouse buttons are let go, and no short press is owed any more. */
  releaseAll(): void {
    for (const code of [...this.#held]) if (!code.includes(":")) this.set(code, false);
    this.forgetTaps();
  }

  /** Drops the short presses that no sample has told yet. What is held stays held. */
  forgetTaps(): void {
    for (const control of CONTROLS) this.#latches[control].edges = 0;
  }

  #isLive(control: Control): boolean {
    const codes = this.#bindings()[control];
    return (
      codes.some((code) => this.#held.has(code)) ||
      this.#held.has(`Pad:${control}`) ||
      this.#held.has(`Touch:${control}`)
    );
  }
}

/** The same state as last time after two or more changes hides a tap: it is told first. */
function read(latch: Latch): boolean {
  const hidesTap = latch.live === latch.reported && latch.edges > 1;
  return hidesTap ? !latch.live : latch.live;
}

function perControl<T>(make: (control: Control) => T): Record<Control, T> {
  return {
    up: make("up"),
    down: make("down"),
    left: make("left"),
    right: make("right"),
    push: make("push"),
    dash: make("dash"),
    brace: make("brace"),
    scores: make("scores"),
    chat: make("chat"),
    emotes: make("emotes"),
    mute: make("mute"),
    talk: make("talk"),
  };
}
