import type { RoomSession } from "#player/room-session.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { InputState } from "#shared/state/input-state.ts";
import { TICK_MS } from "#shared/tunables.ts";

/** A player with the real SDK, who sends one input per tick once told to. */
export class SteadyPlayer {
  readonly session: RoomSession;
  readonly room: RoomSession["room"];
  input: PlayerInput = neutralInput();
  #timer: NodeJS.Timeout | undefined;

  constructor(session: RoomSession) {
    this.session = session;
    this.room = session.room;
  }

  /** Begins to send an input every `everyMs`, 20 for the honest rate. */
  play(input: Partial<PlayerInput> = {}, everyMs = TICK_MS, perTurn = 1): void {
    this.input = { ...neutralInput(), ...input };
    const handle = this.room.input<InputState>({ type: InputState, mode: "reliable" });
    let tick = 0;
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      for (let i = 0; i < perTurn; i++) {
        Object.assign(handle.data, this.input, { tick: ++tick });
        handle.send();
      }
    }, everyMs);
  }

  /** Sends no more inputs. */
  stop(): void {
    clearInterval(this.#timer);
  }

  /** Says that it leaves, and waits until it has. */
  async leave(): Promise<void> {
    this.stop();
    await this.session.leave();
  }

  /** Stops without a word, as a page that is closed does. */
  vanish(): void {
    this.stop();
    this.session.giveUp();
  }
}
