import type { Room } from "@colyseus/core";
import type { RoomCard } from "#shared/room-list.ts";
import type { ProcessRoom } from "../cluster/cluster.ts";
import { listedRoom } from "../matchmaking/room-list.ts";
import type { FeatureRoom } from "./features/feature.ts";
import type { RoomFeatures } from "./features/room-features.ts";
import { cardOf } from "./room-card.ts";
import type { RoomDeps } from "./room-deps.ts";
import { metadataOf, type RoomMetadata } from "./room-metadata.ts";
import { RoomName } from "./room-name.ts";

/** What others are told of a room: the room list, matchmaking, and whoever has its code. */
export class Listing {
  readonly #room: ProcessRoom & Pick<Room<{ metadata: RoomMetadata }>, "setMetadata">;
  readonly #about: Pick<FeatureRoom, "world" | "state" | "log">;
  readonly #features: RoomFeatures;
  readonly #deps: Pick<RoomDeps, "board" | "processRooms">;
  readonly #name: RoomName;
  #isOver = false;

  constructor(
    room: ProcessRoom & Pick<Room<{ metadata: RoomMetadata }>, "setMetadata">,
    about: Pick<FeatureRoom, "world" | "state" | "options" | "log">,
    features: RoomFeatures,
    deps: Pick<RoomDeps, "board" | "processRooms">,
  ) {
    this.#room = room;
    this.#about = about;
    this.#features = features;
    this.#deps = deps;
    this.#name = new RoomName(about.state, about.options);
  }

  get #code(): string {
    return this.#room.roomId;
  }

  get #metadata(): RoomMetadata {
    const { world, state } = this.#about;
    const { isSet: locked } = this.#features.all.password;
    const { isChosen: named, host } = this.#name;
    return metadataOf(world, state, { locked, named, host: state.seats.has(state.hostId) ? host : "" });
  }

  /** Tells that the room is there. */
  open(): void {
    this.#deps.processRooms.opened(this.#room);
    this.publish();
  }

  /** Tells how the room is now. */
  publish(): void {
    if (this.#isOver) return;
    const { state, log } = this.#about;
    state.name = this.#name.text;
    state.named = this.#name.isChosen;
    const metadata = this.#metadata;
    this.#room.setMetadata(metadata).catch((error) => log.warn({ err: error }, "the room list was not told"));
    this.#deps.board.post(this.#code, metadata.listed ? listedRoom(this.#code, metadata) : undefined);
  }

  /** Tells that the room is gone, and nothing of it after that. */
  remove(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#deps.processRooms.closed(this.#room);
    this.#deps.board.post(this.#code, undefined);
  }

  /** What whoever has the code may see before they join. */
  card(): RoomCard {
    const knows = { guest: "", from: "", role: "player", password: this.#features.all.password.text };
    return cardOf(this.#code, this.#metadata, this.#about.state, this.#features.refuse(knows));
  }
}
