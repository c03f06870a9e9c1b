/** Patches that are remembered: more than two seconds. */
const KEPT = 64;

/**
 * When patches left the server by the clock of its room. Places are drawn by the time of the simulation, but the server
 * remembers what it sent by the room's time, which also goes on when steps are dropped.
 */
export class PatchTimes {
  readonly #patches: { simulation: number; room: number }[] = [];

  /** A patch with the state of a simulation time left at a room time (both ms). */
  note(simulation: number, room: number): void {
    const newest = this.#patches.at(-1);
    if (newest !== undefined && simulation <= newest.simulation) return;
    if (this.#patches.length === KEPT) this.#patches.shift();
    this.#patches.push({ simulation, room });
  }

  /** The room time (ms) that belongs to a simulation time (ms). */
  roomTime(simulation: number): number {
    let i = this.#patches.length - 1;
    while (i > 0 && (this.#patches[i]?.simulation ?? 0) > simulation) i--;
    const from = this.#patches[i];
    if (from === undefined) return simulation;
    const to = this.#patches[i + 1];
    const pace =
      to === undefined || simulation < from.simulation
        ? 1
        : (to.room - from.room) / (to.simulation - from.simulation);
    return from.room + (simulation - from.simulation) * pace;
  }
}
