/** What an address holds, as it counts against its limits. */
export interface Held {
  /** Rooms that it has opened. */
  readonly rooms: number;
  /** People from there who play. */
  readonly people: number;
  /** Bots of its rooms. */
  readonly bots: number;
  /** Seats that were given out to it and are not taken yet. */
  readonly waiting: number;
}

export const NOTHING: Held = { rooms: 0, people: 0, bots: 0, waiting: 0 };

/** What addresses hold in the other processes, and who is told that it is different here. */
export interface Elsewhere {
  /** What an address holds there, as it was when it was looked up last. */
  held(address: string): Held;
  /** What an address holds here has become more or less. */
  changed(): void;
}

/** For a process that has no others. */
export const NOBODY_ELSE: Elsewhere = { held: () => NOTHING, changed() {} };

/** Allows each address so many requests a minute. */
export interface Rate {
  /** Counts one request. Resolves to the seconds to wait, 0 when it may go on. */
  take(address: string): Promise<number>;
}

/** What is limited by the minute. */
export type RateOf = "joins" | "openings" | "looks";

/** The limits of addresses, over all processes. */
export interface Addresses extends Elsewhere {
  /** Looks up what an address holds in the other processes. */
  lookUp(address: string): Promise<void>;
  rate(of: RateOf, perMinute: number): Rate;
}

/** Adds up what addresses hold. */
export class Tally {
  readonly byAddress = new Map<string, Held>();

  add(address: string, what: keyof Held, count = 1): void {
    if (count === 0) return;
    const held = this.byAddress.get(address) ?? NOTHING;
    this.byAddress.set(address, { ...held, [what]: held[what] + count });
  }
}
