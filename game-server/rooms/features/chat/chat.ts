import { z } from "zod";
import { ServerMessage } from "#shared/messages.ts";
import { refusal } from "#shared/refusals/refusal.ts";
import { areMates } from "#shared/simulation/mates.ts";
import { type ChatMessage, type EmoteMessage, MAX_CHAT } from "#shared/talk.ts";
import { memoryOf } from "../../snapshot/memory.ts";
import type { FeatureRoom, Person, RoomFeature } from "../feature.ts";
import { cleanTalk, lengthOf } from "./clean.ts";
import { SpokenLines } from "./spoken-lines.ts";

/** What people in a room say and show to each other. The last lines are kept for those who come late or were away. */
export class Chat implements RoomFeature {
  readonly #room: FeatureRoom;
  readonly #lines = new SpokenLines();
  readonly memory = memoryOf(
    z.object({ lines: z.unknown(), filtered: z.boolean() }),
    () => ({ lines: this.#lines.memory.save(), filtered: this.#room.state.filtered }),
    ({ lines, filtered }, of) => {
      this.#lines.memory.load(lines, `${of}.lines`);
      this.#room.state.filtered = filtered;
    },
  );

  constructor(room: FeatureRoom) {
    this.#room = room;
  }

  /** Why somebody may not talk, in whatever way; undefined when they may. */
  refuseTalk(id: string): string | undefined {
    return this.#room.features.order.isMuted(id) ? refusal("you_are_muted") : undefined;
  }

  /** Why somebody may not say this. */
  refuseText(id: string, text: string, team: boolean): string | undefined {
    const why = this.refuseTalk(id) ?? (team ? this.#refuseTeamTalk(id) : undefined);
    if (why !== undefined) return why;
    const length = lengthOf(cleanTalk(text));
    if (length === 0) return refusal("chat_empty");
    return length > MAX_CHAT ? refusal("chat_too_long", { max: MAX_CHAT }) : undefined;
  }

  /** Says a text to everybody, or to the mates of whoever says it. */
  say(id: string, text: string, team: boolean): void {
    this.#tell(id, { text: cleanTalk(text) }, team ? this.#mates(id) : undefined);
  }

  sayPhrase(id: string, phrase: number): void {
    this.#tell(id, { phrase });
  }

  /** Shows an emote over somebody's character. */
  show(id: string, emote: number): void {
    const message: EmoteMessage = { from: id, emote };
    this.#room.broadcast(ServerMessage.Emote, message);
  }

  /** Masks bad words from now on, or lets them be. */
  setFilter(on: boolean): void {
    this.#room.state.filtered = on;
  }

  joined({ id }: Person): void {
    this.#catchUp(id);
  }

  back({ id }: Person): void {
    this.#catchUp(id);
  }

  #tell(from: string, said: { text: string } | { phrase: number }, mates?: ReadonlySet<string>): void {
    const { state, world } = this.#room;
    const seat = state.seats.get(from);
    if (seat === undefined) return;
    const { name, look } = seat;
    const how = { tick: world.tick, team: mates !== undefined, watching: !world.players.has(from) };
    const line = this.#lines.add({ from, name, look, ...how, ...said }, state.filtered, mates);
    const message: ChatMessage = { lines: [line] };
    this.#room.broadcast(ServerMessage.Chat, message, ({ id }) => mates?.has(id) ?? true);
  }

  /** Sends somebody who comes, or comes back, what was said; their page knows by the numbers what it has already. */
  #catchUp(id: string): void {
    const lines = this.#lines.for(id, this.#room.state.filtered);
    if (lines.length === 0) return;
    const message: ChatMessage = { lines };
    this.#room.send(id, ServerMessage.Chat, message);
  }

  #refuseTeamTalk(id: string): string | undefined {
    const { mode, players } = this.#room.world;
    if (mode.teams === undefined) return refusal("no_teams");
    return players.has(id) ? undefined : refusal("players_only");
  }

  /** Everybody in the team of somebody, themselves included. */
  #mates(id: string): ReadonlySet<string> {
    const { mode, players } = this.#room.world;
    const self = players.get(id);
    if (self === undefined) return new Set([id]);
    return new Set(
      [...players.values()].filter((other) => areMates(mode, self, other)).map((mate) => mate.id),
    );
  }
}
