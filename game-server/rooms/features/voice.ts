import { ServerMessage } from "#shared/messages.ts";
import { refusal } from "#shared/refusals/refusal.ts";
import type { VoiceMessage, VoiceSignal } from "#shared/voice.ts";
import { Allowance } from "#transports/limits/allowance.ts";
import { NO_MEMORY } from "../snapshot/memory.ts";
import type { FeatureRoom, Person, RoomFeature } from "./feature.ts";

/** Signals that a room passes on in all: a full one connects at once, and goes on with a fraction of that. */
const SIGNALS_PER_SECOND = 400;
const SIGNALS_AT_ONCE = 2000;

/**
 * How often everybody is told who has voice on: so many times at once, and one more every so many steps, which is twice a second.
 * In a room of 128 it is 2 kB for each.
 */
const TELLS_AT_ONCE = 32;
const STEPS_PER_TELL = 25;

/**
 * Who in a room has voice on, and the signals between their pages; what they say goes from page to page and never comes here.
 * A room that goes on elsewhere remembers none of it: pages turn voice on again when they have followed.
 */
export class Voice implements RoomFeature {
  readonly memory = NO_MEMORY;
  readonly #room: FeatureRoom;
  /** By session id: whether they speak with their team only. */
  readonly #talkers = new Map<string, boolean>();
  #allowance: Allowance | undefined;
  #tellsLeft = TELLS_AT_ONCE;
  #steps = 0;
  /** Something has changed of which nobody has been told yet. */
  #isStale = false;

  constructor(room: FeatureRoom) {
    this.#room = room;
  }

  /** Why somebody cannot have voice; undefined when they can. */
  refuseVoice(id: string): string | undefined {
    return this.#plays(id) ? undefined : refusal("players_only");
  }

  /** Turns voice on for somebody, or changes whom they speak with. */
  join(id: string, team: boolean): void {
    const servers = this.#room.iceServersFor(id);
    this.#room.send(id, ServerMessage.Voice, { kind: "servers", servers } satisfies VoiceMessage);
    const isNew = this.#talkers.get(id) !== team;
    this.#talkers.set(id, team);
    // A page that joins again has forgotten who is there; for everybody else nothing has changed.
    if (isNew) this.#changed();
    else this.#tell([id]);
  }

  /** Turns it off. */
  leave(id: string): void {
    if (this.#talkers.delete(id)) this.#changed();
  }

  /** Passes a signal on, if both of them have voice on and there are not too many; `timeMs` is the time of the simulation. */
  relay(from: string, to: string, signal: VoiceSignal, timeMs: number): void {
    if (from === to || !this.#talkers.has(from) || !this.#talkers.has(to)) return;
    this.#allowance ??= new Allowance(SIGNALS_AT_ONCE, SIGNALS_PER_SECOND, timeMs);
    if (!this.#allowance.take(timeMs)) return;
    this.#room.send(to, ServerMessage.Voice, { kind: "signal", from, signal } satisfies VoiceMessage);
  }

  dropped({ id }: Person): void {
    this.leave(id);
  }

  left({ id }: Person): void {
    this.leave(id);
  }

  /** Whoever plays no longer, and watches, has no voice. */
  afterStep(): void {
    for (const id of this.#talkers.keys()) if (!this.#plays(id)) this.#silence(id);
    this.#steps += 1;
    if (this.#steps % STEPS_PER_TELL === 0 && this.#tellsLeft < TELLS_AT_ONCE) this.#tellsLeft += 1;
    if (this.#isStale && this.#tellsLeft > 0) this.#tellAll();
  }

  #silence(id: string): void {
    this.leave(id);
    this.#room.send(id, ServerMessage.Voice, { kind: "talkers", talkers: [] } satisfies VoiceMessage);
  }

  #plays(id: string): boolean {
    const { people, state } = this.#room;
    return people.has(id) && state.seats.get(id)?.role === "player";
  }

  /** Tells everybody at once, or a little later when that is too often. */
  #changed(): void {
    this.#isStale = true;
    if (this.#tellsLeft > 0) this.#tellAll();
  }

  #tellAll(): void {
    this.#tellsLeft -= 1;
    this.#isStale = false;
    this.#tell([...this.#talkers.keys()]);
  }

  #tell(ids: readonly string[]): void {
    const talkers = [...this.#talkers].map(([id, team]) => ({ id, team }));
    const message: VoiceMessage = { kind: "talkers", talkers };
    this.#room.sendTo(ids, ServerMessage.Voice, message);
  }
}
