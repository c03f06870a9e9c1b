/** Codes of the rooms, which are known once somebody has opened them. */
export class RoomCodes {
  readonly #rooms = new Map<number, PromiseWithResolvers<string>>();

  /** The code of a room, as soon as it is open. Rejects when it could not be opened. */
  of(room: number): Promise<string> {
    return this.#entry(room).promise;
  }

  /** Tells the code of a room that is open. */
  opened(room: number, code: string): void {
    this.#entry(room).resolve(code);
  }

  /** Tells that a room cannot be opened. */
  failed(room: number): void {
    this.#entry(room).reject(new Error("Its room could not be opened."));
  }

  #entry(room: number): PromiseWithResolvers<string> {
    let entry = this.#rooms.get(room);
    if (entry === undefined) {
      entry = Promise.withResolvers<string>();
      // Nobody may be waiting for it.
      entry.promise.catch(() => {});
      this.#rooms.set(room, entry);
    }
    return entry;
  }
}
