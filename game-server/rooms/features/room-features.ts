import type { GameEvent, PlayerInput } from "#shared/simulation/types.ts";
import type { RoomFaults } from "../room-faults.ts";
import type { Plain } from "../snapshot/plain.ts";
import type { Applicant, FeatureRoom, Person, RoomFeature } from "./feature.ts";
import { FEATURES, type Features } from "./table.ts";

/** Names of the hooks that say what has happened. */
type Notice = Exclude<keyof RoomFeature, "refuse">;
/** A feature with the hook of this name. */
type With<Hook extends Notice> = RoomFeature & Required<Pick<RoomFeature, Hook>>;

/** The features of a room, and the people in it: tells all of them what happens. A fault of one is the matter of no other. */
export class RoomFeatures {
  /** By name, for commands. */
  readonly all: Features;
  readonly #people = new Map<string, Person>();
  readonly #faults: Pick<RoomFaults, "note">;
  readonly #list: readonly (readonly [name: string, feature: RoomFeature])[];
  /** Those that look at every step. */
  readonly #before: readonly (readonly [name: string, feature: With<"beforeStep">])[];
  readonly #after: readonly (readonly [name: string, feature: With<"afterStep">])[];
  #comers = 0;

  constructor(
    room: Omit<FeatureRoom, "features" | "people" | "broadcast">,
    faults: Pick<RoomFaults, "note">,
  ) {
    this.#faults = faults;
    const people = this.#people;
    // Filled below. One object for good: the features ask for each other in every step.
    const all: Record<string, RoomFeature> = {};
    const whole: FeatureRoom = {
      ...room,
      people,
      broadcast(type, message, isMeant = () => true) {
        const meant = [...people.values()].filter(isMeant).map(({ id }) => id);
        room.sendTo(meant, type, message);
      },
      features: all as Features,
    };
    for (const [name, make] of Object.entries(FEATURES)) all[name] = make(whole);
    const made = Object.entries(all);
    this.#list = made;
    this.all = whole.features;
    this.#before = made.filter((one): one is [string, With<"beforeStep">] => one[1].beforeStep !== undefined);
    this.#after = made.filter((one): one is [string, With<"afterStep">] => one[1].afterStep !== undefined);
  }

  /** People by session id, in the order in which they came. */
  get people(): ReadonlyMap<string, Person> {
    return this.#people;
  }

  /** What each feature remembers, by its name. */
  save(): Record<string, Plain> {
    return Object.fromEntries(this.#list.map(([name, { memory }]) => [name, memory.save()]));
  }

  /**
   * Takes over people and memories of a room that goes on here, before anything happens in it.
   * @throws Error that says what of it is broken
   */
  restore(people: readonly Person[], memories: Readonly<Record<string, unknown>>): void {
    for (const { id, guest, address, number } of people) {
      this.#people.set(id, { id, guest, address, number });
      this.#comers = Math.max(this.#comers, number + 1);
    }
    for (const [name, { memory }] of this.#list) memory.load(memories[name], `features.${name}`);
  }

  /** Somebody has taken a seat. */
  join(person: Omit<Person, "number">): void {
    const known: Person = { ...person, number: this.#comers++ };
    this.#people.set(person.id, known);
    this.#tell("joined", (feature) => feature.joined?.(known));
  }

  /** Somebody's line is cut. */
  dropped(id: string): void {
    this.#tellOf("dropped", id);
  }

  /** Somebody is back after a drop. */
  back(id: string): void {
    this.#tellOf("back", id);
  }

  /** Somebody's seat is gone, and they with it. */
  leave(id: string): void {
    const person = this.#people.get(id);
    this.#people.delete(id);
    if (person !== undefined) this.#tell("left", (feature) => feature.left?.(person));
  }

  phaseChanged(): void {
    this.#tell("phaseChanged", (feature) => feature.phaseChanged?.());
  }

  /** The first reason that a feature has against somebody who wants to join. */
  refuse(applicant: Applicant): string | undefined {
    for (const [, feature] of this.#list) {
      const why = feature.refuse?.(applicant);
      if (why !== undefined) return why;
    }
    return undefined;
  }

  beforeStep(inputs: Map<string, readonly PlayerInput[]>): void {
    for (const [name, feature] of this.#before) this.#run(name, () => feature.beforeStep(inputs));
  }

  afterStep(events: readonly GameEvent[]): void {
    for (const [name, feature] of this.#after) this.#run(name, () => feature.afterStep(events));
  }

  #tellOf(hook: "dropped" | "back", id: string): void {
    const person = this.#people.get(id);
    if (person !== undefined) this.#tell(hook, (feature) => feature[hook]?.(person));
  }

  #tell(hook: Notice, tell: (feature: RoomFeature) => void): void {
    for (const [name, feature] of this.#list) this.#run(`${name}.${hook}`, () => tell(feature));
  }

  #run(part: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#faults.note(part, error);
    }
  }
}
