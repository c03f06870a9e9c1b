import type { VoiceSignal } from "#shared/voice.ts";
import type { Connection, ConnectionEvents } from "./connection.ts";
import { Pair } from "./pair.ts";

/** A call that is not connected after this long (ms) begins again. */
const RETRY_MS = 10_000;

export interface CircleDeps {
  /** Session id of the player of this page. */
  readonly self: string;
  /** Opens this end of a connection; `begins`: it makes the first offer. */
  open(id: string, begins: boolean, events: ConnectionEvents): Connection;
  send(to: string, signal: VoiceSignal): void;
  /** Calls back once; returns what calls it off. */
  after(delayMs: number, callback: () => void): () => void;
}

/** A call to somebody whom this page wants to be connected with. */
interface Call {
  /** Its number, which the other end has been told. */
  number: number;
  /** Undefined while the other end has not said hello. */
  pair: Pair | undefined;
  isConnected: boolean;
  stopWaiting: () => void;
}

/**
 * Whom a page is connected with. Two pages connect when each has said hello to the other; the one with the lower id begins. Signals
 * of a call that is over are recognised by its number.
 */
export class Circle {
  readonly #deps: CircleDeps;
  readonly #calls = new Map<string, Call>();
  /** Numbers of the calls of those who have said hello. */
  readonly #greetings = new Map<string, number>();
  #numbers = 0;

  constructor(deps: CircleDeps) {
    this.#deps = deps;
  }

  /** Whom this page is connected with, or is trying to be. */
  get members(): ReadonlySet<string> {
    return new Set(this.#calls.keys());
  }

  isConnected(id: string): boolean {
    return this.#calls.get(id)?.isConnected ?? false;
  }

  /** Wants to be connected with these from now on, of all who are there. */
  want(wanted: ReadonlySet<string>, present: ReadonlySet<string>): void {
    for (const id of this.#greetings.keys()) if (!present.has(id)) this.#greetings.delete(id);
    for (const [id, call] of this.#calls) {
      if (wanted.has(id) && present.has(id)) continue;
      if (present.has(id)) this.#deps.send(id, { kind: "bye", call: call.number });
      this.#hangUp(id, call);
    }
    for (const id of wanted) if (present.has(id) && !this.#calls.has(id)) this.#call(id);
  }

  /** Takes a signal of somebody. */
  receive(from: string, signal: VoiceSignal): void {
    if (signal.kind === "hello") this.#greeted(from, signal.call);
    else if (signal.kind === "bye") this.#parted(from, signal.call);
    else {
      const call = this.#calls.get(from);
      if (call?.number !== signal.call) return;
      if (signal.kind === "description") call.pair?.take({ type: signal.type, sdp: signal.sdp });
      else call.pair?.reach(signal.candidates);
    }
  }

  /** Hangs up, without a word to anybody. Who has said hello is remembered: they need not say it again. */
  close(): void {
    for (const [id, call] of this.#calls) this.#hangUp(id, call);
  }

  #call(id: string): void {
    const call: Call = {
      number: ++this.#numbers,
      pair: undefined,
      isConnected: false,
      stopWaiting: this.#deps.after(RETRY_MS, () => this.#again(id)),
    };
    this.#calls.set(id, call);
    this.#deps.send(id, { kind: "hello", call: call.number });
    this.#connect(id, call);
  }

  /** Begins a call again that has led to nothing, or is broken. */
  #again(id: string): void {
    const call = this.#calls.get(id);
    if (call === undefined) return;
    this.#hangUp(id, call);
    this.#call(id);
  }

  #greeted(from: string, number: number): void {
    this.#greetings.set(from, number);
    const call = this.#calls.get(from);
    if (call !== undefined) this.#connect(from, call);
  }

  #parted(from: string, number: number): void {
    if (this.#greetings.get(from) !== number) return;
    this.#greetings.delete(from);
    const call = this.#calls.get(from);
    if (call === undefined) return;
    call.pair?.close();
    call.pair = undefined;
    call.isConnected = false;
    this.#wait(from, call);
  }

  /** Opens a connection to somebody who has said hello, in the place of the one that there was. */
  #connect(id: string, call: Call): void {
    call.pair?.close();
    call.pair = undefined;
    const theirs = this.#greetings.get(id);
    if (theirs === undefined) return;
    const { self, open, send, after } = this.#deps;
    if (call.isConnected) this.#wait(id, call);
    call.isConnected = false;
    const begins = self < id;
    call.pair = new Pair({
      polite: !begins,
      open: (events) => open(id, begins, events),
      describe: (description) => send(id, { kind: "description", call: theirs, ...description }),
      candidates: (candidates) => send(id, { kind: "candidates", call: theirs, candidates }),
      connected: () => {
        call.isConnected = true;
        call.stopWaiting();
      },
      failed: () => this.#again(id),
      after,
    });
  }

  #wait(id: string, call: Call): void {
    call.stopWaiting();
    call.stopWaiting = this.#deps.after(RETRY_MS, () => this.#again(id));
  }

  #hangUp(id: string, call: Call): void {
    call.stopWaiting();
    call.pair?.close();
    this.#calls.delete(id);
  }
}
