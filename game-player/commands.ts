import type { COMMANDS } from "#server/commands/table.ts";
import type { JoinedRoom } from "./colyseus/joined-room.ts";

/** The commands that the server knows; only their types come to the page. */
type Commands = typeof COMMANDS;
type Name = keyof Commands;
type PayloadOf<N extends Name> = Parameters<Commands[N]["run"]>[2];
type AnswerOf<N extends Name> = ReturnType<Commands[N]["run"]>;

/** Tells the room to do something. What may be told, and what has to come with it, is the server's table of commands. */
export function giveCommand<N extends Name>(
  room: Pick<JoinedRoom, "send">,
  name: N,
  ...payload: PayloadOf<N> extends undefined ? [] : [PayloadOf<N>]
): void {
  room.send(name, ...payload);
}

/** Hears the answers to a command. */
export function onAnswer<N extends Name>(
  room: Pick<JoinedRoom, "onMessage">,
  name: N,
  heard: (answer: AnswerOf<N>) => void,
): void {
  room.onMessage<AnswerOf<N>>(name, heard);
}
