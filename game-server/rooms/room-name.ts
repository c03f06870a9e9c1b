import { cleanName, cleanText } from "#room/names.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { ROOM_NAME_LENGTH } from "../matchmaking/room-names.ts";
import type { AdmittedOptions } from "../matchmaking/seat.ts";
import { maskBadWords } from "./features/chat/bad-words.ts";

/**
 * What a room is called: as it was created, else after its host. A name that is only blanks is none. Strangers read it in the list,
 * whatever the host lets people say inside: bad words are masked.
 */
export class RoomName {
  readonly #state: Pick<ArenaState, "seats" | "hostId">;
  readonly #chosen: string;
  #host = "";
  #maskedHost = "";

  constructor(
    state: Pick<ArenaState, "seats" | "hostId">,
    { name, roomName }: Pick<AdmittedOptions, "name" | "roomName">,
  ) {
    this.#state = state;
    this.#chosen = maskBadWords(cleanText(roomName, ROOM_NAME_LENGTH));
    // Until somebody is in it, it is the room of whoever opens it.
    this.#call(cleanName(name));
  }

  /** Whether somebody chose the name. Else it is made of the host's, which is not for everybody. */
  get isChosen(): boolean {
    return this.#chosen !== "";
  }

  /** The name as it is now: one that nobody chose follows the host. */
  get text(): string {
    return this.#chosen || `${this.host}'s room`;
  }

  /** What the host is called in the list; of a room without people whoever was it last. */
  get host(): string {
    const { seats, hostId } = this.#state;
    this.#call(seats.get(hostId)?.name ?? this.#host);
    return this.#maskedHost;
  }

  /** The room list is told more often than somebody gets another name, and a look for bad words takes longer than all the rest. */
  #call(host: string): void {
    if (host === this.#host) return;
    this.#host = host;
    this.#maskedHost = maskBadWords(host);
  }
}
