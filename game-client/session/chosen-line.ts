import type { RoomSession } from "#player/room-session.ts";
import type { MoveOutcome } from "#transports/contract/movable.ts";
import type { TransportChoice } from "#transports/contract/names.ts";
import { reason } from "#transports/contract/reasons.ts";
import { refusalText } from "../words/refusals.ts";
import { t } from "../words/t.ts";
import { say } from "./notices.ts";
import type { Stores } from "./stores/stores.ts";

/** Takes a match over to the transport that its player chooses in the settings meanwhile, once no other move is under way. */
export class ChosenLine {
  readonly #stores: Pick<Stores, "notices" | "preferences">;
  #seen: TransportChoice;
  #wanted: TransportChoice | undefined;

  constructor(stores: Pick<Stores, "notices" | "preferences">) {
    this.#stores = stores;
    this.#seen = stores.preferences.settings.peek().connection;
  }

  /** To be called often. The automatic choice begins with WebSocket, unless WebRTC is used already. */
  pass({ movable }: RoomSession): void {
    const { connection } = this.#stores.preferences.settings.peek();
    if (connection !== this.#seen) this.#wanted = connection;
    this.#seen = connection;
    const choice = this.#wanted;
    if (choice === undefined || movable === undefined || movable.isMoving) return;
    const { name } = movable;
    const isThere = choice === name || (choice === "auto" && name === "webrtc");
    const to = choice === "auto" ? "websocket" : choice;
    if (isThere || movable.move(to, reason("chosen"), (outcome) => this.#tell(outcome)))
      this.#wanted = undefined;
  }

  /** A match that goes on as before says why. */
  #tell({ to, moved, why }: MoveOutcome): void {
    if (moved) return;
    const because = refusalText(why);
    const words = (): string =>
      t(($) => $.hud.connection.notMoved, {
        transport: t(($) => $.names.transports[to]),
        reason: because(),
      });
    say(this.#stores.notices, words, true);
  }
}
