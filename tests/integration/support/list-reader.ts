import { setImmediate } from "node:timers/promises";
import {
  type ListedRoom,
  type RoomListChange,
  RoomListEvent,
  type RoomListSnapshot,
} from "#shared/room-list.ts";

/** Somebody who follows the room list as a page does, by what the stream says alone. */
export class ListReader {
  readonly rooms = new Map<string, ListedRoom>();
  /** How many events came. */
  events = 0;
  /** Resolves when the stream has ended. */
  readonly ended: Promise<void>;
  readonly #abort = new AbortController();

  private constructor(response: Response, abort: AbortController) {
    this.#abort = abort;
    this.ended = this.#read(response).catch(() => {});
  }

  static async on(origin: string): Promise<ListReader> {
    const abort = new AbortController();
    const response = await fetch(`${origin}/api/rooms/stream`, { signal: abort.signal });
    if (response.status !== 200) throw new Error(`Status ${response.status}: ${await response.text()}`);
    return new ListReader(response, abort);
  }

  /** The codes of the rooms, and what the list says of each, in one order for all readers. */
  get list(): string {
    return inOrder([...this.rooms.values()]);
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    await this.ended;
    await setImmediate();
  }

  async #read(response: Response): Promise<void> {
    let text = "";
    for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const events = (text + part).split("\n\n");
      text = events.pop() ?? "";
      for (const event of events) this.#take(event);
    }
  }

  #take(event: string): void {
    const [, name, json = ""] = /^event:(\w+)\ndata:(.*)$/.exec(event) ?? [];
    this.events += 1;
    if (name === RoomListEvent.All) {
      this.rooms.clear();
      const { rooms }: RoomListSnapshot = JSON.parse(json);
      for (const room of rooms) this.rooms.set(room.code, room);
    } else if (name === RoomListEvent.Change) {
      const { rooms, gone }: RoomListChange = JSON.parse(json);
      for (const room of rooms) this.rooms.set(room.code, room);
      for (const code of gone) this.rooms.delete(code);
    }
  }
}

/** The list that `GET /api/rooms` answers, as `ListReader.list` has it. */
export async function listNow(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/api/rooms`);
  const { rooms }: RoomListSnapshot = await answer.json();
  return inOrder(rooms);
}

function inOrder(rooms: readonly ListedRoom[]): string {
  return rooms
    .map((room) => JSON.stringify(room, Object.keys(room).sort()))
    .sort()
    .join("\n");
}
