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
 * Who in a room has voice on, and the signals between their pages; what they say goes from page to page and never comes here.
 * A room that goes on elsewhere remembers none of it: pages turn voice on again when they have followed.
 */
export class Voice implements RoomFeature {
  readonly memory = NO_MEMORY;
  readonly #room: FeatureRoom;
  /** By session id: whether they speak with their team only. */
  readonly #talkers = new Map<string, boolean>();
  #allowance: Allowance | undefined;

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
    this.#talkers.set(id, team);
    this.#tell();
  }

  /** Turns it off. */
  leave(id: string): void {
    if (this.#talkers.delete(id)) this.#tell();
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
  }

  #silence(id: string): void {
    this.leave(id);
    this.#room.send(id, ServerMessage.Voice, { kind: "talkers", talkers: [] } satisfies VoiceMessage);
  }

  #plays(id: string): boolean {
    const { people, state } = this.#room;
    return people.has(id) && state.seats.get(id)?.role === "player";
  }

  #tell(): void {
    const talkers = [...this.#talkers].map(([id, team]) => ({ id, team }));
    const message: VoiceMessage = { kind: "talkers", talkers };
    this.#room.sendTo([...this.#talkers.keys()], ServerMessage.Voice, message);
  }
}
