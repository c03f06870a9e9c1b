import { StepTimer } from "./step-timer.ts";

/** Slots of a tick: rooms step in one of them, each 4 ms after the one before. */
const SLOTS = 5;
/** Seats whose rooms share a slot before the next one is begun. */
const SEATS_A_SLOT = 48;

/** A place on the wheel. */
interface Joined {
  /** The moment (ms) of the first step. */
  readonly next: number;
  /** Ends the steps. */
  readonly leave: () => void;
}

/** A room among those of a slot. */
interface Member {
  readonly step: () => void;
  readonly seats: number;
}

interface Slot {
  readonly members: Set<Member>;
  /** Only while there is somebody to step. */
  timer: StepTimer | undefined;
}

/**
 * Steps all rooms of a process. Rooms of one slot step one after the other, so that the process wakes up once for them and its
 * code is still at hand; slots lie evenly in the tick, so that a process with many rooms has none that wait for all others.
 */
export class StepWheel {
  readonly #stepMs: number;
  readonly #now: () => number;
  readonly #begun: number;
  readonly #slots: readonly Slot[];

  /** `stepMs`: time (ms) from one step of a room to the next. */
  constructor(stepMs: number, now: () => number = () => performance.now()) {
    this.#stepMs = stepMs;
    this.#now = now;
    this.#begun = now();
    this.#slots = Array.from({ length: SLOTS }, () => ({ members: new Set(), timer: undefined }));
  }

  /**
   * Calls `step`, which throws nothing, once a tick from now on. A room with more `seats` is more work for its slot.
   */
  join(step: () => void, seats: number): Joined {
    const slot = this.#roomiest(seats);
    const member: Member = { step, seats };
    slot.members.add(member);
    const next = this.#nextOf(slot);
    slot.timer ??= new StepTimer(() => stepAll(slot), this.#stepMs, this.#now, next);
    return {
      next,
      leave: () => {
        slot.members.delete(member);
        if (slot.members.size > 0) return;
        slot.timer?.stop();
        slot.timer = undefined;
      },
    };
  }

  /** The first slot with room for so many seats, or the one with the fewest. */
  #roomiest(seats: number): Slot {
    let best = this.#slots[0];
    if (best === undefined) throw new Error("A wheel has slots.");
    for (const slot of this.#slots) {
      if (seatsOf(slot) + seats <= SEATS_A_SLOT) return slot;
      if (seatsOf(slot) < seatsOf(best)) best = slot;
    }
    return best;
  }

  /** The first moment (ms) of a slot that is still to come. */
  #nextOf(slot: Slot): number {
    const first = this.#begun + (this.#slots.indexOf(slot) * this.#stepMs) / SLOTS;
    const passed = Math.floor((this.#now() - first) / this.#stepMs);
    return first + (passed + 1) * this.#stepMs;
  }
}

function stepAll({ members }: Slot): void {
  for (const { step } of members) step();
}

function seatsOf({ members }: Slot): number {
  let sum = 0;
  for (const { seats } of members) sum += seats;
  return sum;
}
