import { type Signal, signal } from "@preact/signals-core";
import type { PlayerClient } from "#player/player-client.ts";
import type { RoomSession } from "#player/room-session.ts";
import { packLook } from "#shared/look.ts";
import { TRANSPORTS, type TransportName } from "#transports/contract/names.ts";
import { t } from "../words/t.ts";

/**
 * The room that a lab opens for itself: with every pane in it there are still bots to look at, and it lasts. Each
 * person takes the place of a bot.
 */
const LAB_ROOM = {
  private: true,
  arena: "meadow",
  maxPlayers: 10,
  bots: 8,
  botSkill: "normal",
  timeLimit: 1800,
} as const;

/** The one room of the server that all connections of a lab share. */
export class LabRoom {
  /** Its code; undefined until it is open. */
  readonly code: Signal<string | undefined>;
  readonly #isGiven: boolean;
  #opening: Promise<string> | undefined;

  /** `code` is that of a room which is there; without one, the first pane opens one. */
  constructor(code: string | undefined) {
    this.code = signal(code);
    this.#isGiven = code !== undefined;
    if (code !== undefined) this.#opening = Promise.resolve(code);
  }

  /** Nobody is in it any more: the lab's own may be gone, and the next pane opens another one. */
  abandon(): void {
    if (!this.#isGiven) this.#opening = undefined;
  }

  /** Takes a seat for a pane. @throws when the server gives none. */
  async join(client: PlayerClient, transport: TransportName): Promise<RoomSession> {
    const color = (TRANSPORTS.indexOf(transport) * 2 + 1) % 12;
    const name = t(($) => $.lab.pane.seats[transport]);
    const self = { name, look: packLook({ color, pattern: 0, hat: 0 }) };
    if (this.#opening !== undefined) return await client.join(await this.#opening, self);
    const opening = client.create({ ...self, ...LAB_ROOM });
    const code = opening.then(({ code }) => code);
    this.#opening = code;
    code.then(
      (opened) => {
        this.code.value = opened;
      },
      () => {
        this.#opening = undefined;
      },
    );
    return await opening;
  }
}
