import type { Presence } from "@colyseus/core";
import type { ListedRoom } from "#shared/room-list.ts";
import { RoomBoard } from "../matchmaking/room-board.ts";

const CHANNEL = "rooms";

/** Something that a room of some process has told. */
interface Post {
  readonly from: string;
  readonly code: string;
  readonly room?: ListedRoom | undefined;
}

/** Where the rooms of all processes tell how they are. */
export class SharedBoard extends RoomBoard {
  readonly #presence: Presence;
  readonly #self: () => string;
  /** What the rooms of this process have told last, as JSON: most of what is posted is as it was. */
  readonly #told = new Map<string, string>();

  /** @param self Id of this process. */
  constructor(presence: Presence, self: () => string) {
    super();
    this.#presence = presence;
    this.#self = self;
  }

  async listen(): Promise<void> {
    await this.#presence.subscribe(CHANNEL, ({ from, code, room }: Post) => {
      if (from === this.#self()) return;
      super.post(code, room);
      // A room that has come here from there.
      const own = this.#told.get(code);
      if (room === undefined && own !== undefined) this.#publish(code, JSON.parse(own));
    });
  }

  override post(code: string, room: ListedRoom | undefined): void {
    super.post(code, room);
    const text = JSON.stringify(room);
    if (this.#told.get(code) === text) return;
    if (text === undefined) this.#told.delete(code);
    else this.#told.set(code, text);
    this.#publish(code, room);
  }

  #publish(code: string, room: ListedRoom | undefined): void {
    const post: Post = { from: this.#self(), code, room };
    this.#presence.publish(CHANNEL, post);
  }
}
