/** What a first match teaches, in this order. */
export const FIRST_STEPS = ["move", "push", "brace"] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** How far (tiles) somebody walks, and how long (s) they stay planted, until they know how. */
const WALK = 2;
const PLANTED = 0.25;
/** Charge (0..1) from which a push was held, and no tap. */
const CHARGED = 0.4;
/** How long (s) a step that was learned is praised, and the pause before the next one. */
const PRAISE = 1.2;
const PAUSE = 0.8;
/** How long (s) somebody may look around before anything is asked of them: GO! is over by then. */
const LOOK = 1;
/** How long (s) the word about bracing stays after somebody has charged: long enough to be read, short enough to be about them. */
const THREAT = 4;

/** What happened to the own character since the last look. */
export interface Glimpse {
  /** Tiles that it walked by itself. */
  readonly walked: number;
  /** Charge 0..1 of a push that was let go; 0 for none. */
  readonly pushed: number;
  readonly planted: boolean;
  /** It threw a push back. */
  readonly parried: boolean;
  /** Somebody near charges a push at it. */
  readonly threatened: boolean;
}

/** What is shown: a step that is to be done, or praise for one that was. */
export interface ShownStep {
  readonly step: FirstStep;
  readonly done: boolean;
}

/** Which of the first steps somebody is to do next. Pure: it is told what happened, and for how long (s). */
export class FirstSteps {
  readonly #learned: Set<FirstStep>;
  #walked = 0;
  #planted = 0;
  #threat = 0;
  /** The step that is praised, and what is left of the time (s) until the next one is shown. */
  #praised: FirstStep | undefined;
  #wait = LOOK;
  #shown: ShownStep | undefined;

  constructor(learned: Iterable<FirstStep> = []) {
    this.#learned = new Set(learned);
  }

  /** The steps that need not be taught any more, in their order. */
  get learned(): readonly FirstStep[] {
    return FIRST_STEPS.filter((step) => this.#learned.has(step));
  }

  /** Whether these are the steps that need not be taught any more. */
  hasLearned(steps: readonly FirstStep[]): boolean {
    return steps.length === this.#learned.size && steps.every(this.#isLearned);
  }

  readonly #isLearned = (step: FirstStep): boolean => this.#learned.has(step);

  /** Whether there is nothing more to say. */
  get isOver(): boolean {
    return this.#learned.size === FIRST_STEPS.length && (this.#wait <= 0 || this.#praised === undefined);
  }

  /** Takes note of what happened in `dt` seconds, and tells what is to be shown now. */
  next(seen: Glimpse, dt: number): ShownStep | undefined {
    this.#walked += seen.walked;
    this.#planted = seen.planted ? this.#planted + dt : 0;
    this.#threat = seen.threatened ? THREAT : Math.max(0, this.#threat - dt);
    this.#wait = Math.max(0, this.#wait - dt);
    if (this.#walked >= WALK) this.#learn("move");
    if (seen.pushed >= CHARGED) this.#learn("push");
    if (seen.parried || this.#planted >= PLANTED) this.#learn("brace");
    this.#shown = this.#choose();
    return this.#shown;
  }

  /** A step that is done before it was asked for is not asked for, nor praised. */
  #learn(step: FirstStep): void {
    if (this.#learned.has(step)) return;
    this.#learned.add(step);
    if (this.#shown?.step !== step) return;
    this.#praised = step;
    this.#wait = PRAISE + PAUSE;
  }

  #choose(): ShownStep | undefined {
    if (this.#wait > PAUSE && this.#praised !== undefined) return { step: this.#praised, done: true };
    if (this.#wait > 0) return undefined;
    const step = FIRST_STEPS.find((one) => !this.#learned.has(one));
    if (step === undefined || (step === "brace" && this.#threat === 0)) return undefined;
    return { step, done: false };
  }
}
