import { tidyCode } from "#shared/room-code.ts";
import type { Text } from "../words/t.ts";
import type { Inside } from "./inside.ts";
import { JoinCard } from "./join-card.ts";
import { type EventHandlers, RoomList } from "./room-list.ts";
import type { Stores } from "./stores/stores.ts";

/** What a page looks at rooms with. */
export interface DoorsDeps {
  stores: Stores;
  /** What is in rooms, as soon as it is there. */
  inside(): Promise<Inside>;
  /** Calls back once. Returns what calls it off. */
  after(delayMs: number, callback: () => void): () => void;
  /** Opens the stream of the room list; undefined where the browser has no server-sent events. */
  openRoomList: ((handlers: EventHandlers) => () => void) | undefined;
}

/** What a page shows of rooms that it is not in: the list, and the card of one. */
export class Doors {
  readonly #page: Stores["page"];
  readonly #list: RoomList;
  readonly #card: JoinCard;

  constructor({ stores, inside, after, openRoomList }: DoorsDeps) {
    this.#page = stores.page;
    this.#list = new RoomList({
      rooms: stores.menu.rooms,
      open: openRoomList,
      ask: async () => (await inside()).client.rooms(),
      after,
    });
    this.#card = new JoinCard({
      about: stores.card.about,
      look: async (code) => (await inside()).client.look(code),
      after,
    });
  }

  /** Whether the page shows a card. */
  get cardIsShown(): boolean {
    return this.#page.screen.peek().name === "card";
  }

  /** Follows the room list until the returned function is called. */
  follow(): () => void {
    return this.#list.follow();
  }

  /** Shows the card of a room; `notice`: why one is not in it. */
  show(code: string, notice: Text | undefined): void {
    const { screen } = this.#page;
    const tidy = tidyCode(code);
    screen.value = { name: "card", code: tidy, ...(notice && { notice }) };
    const shown = screen.value;
    this.#card.follow(tidy, () => screen.peek() === shown);
  }
}
