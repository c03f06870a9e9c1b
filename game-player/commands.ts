import type { COMMANDS } from "#server/commands/table.ts";
import type { JoinedRoom } from "./colyseus/joined-room.ts";

/** The commands that the server knows; only their types come to a player. */
type Commands = typeof COMMANDS;
/** Name of a command. */
export type CommandName = keyof Commands;
type PayloadOf<N extends CommandName> = Parameters<Commands[N]["run"]>[2];
/** What has to be given with a command: nothing, its payload, or either. */
export type CommandPayload<N extends CommandName> = [PayloadOf<N>] extends [undefined]
  ? []
  : undefined extends PayloadOf<N>
    ? [payload?: PayloadOf<N>]
    : [PayloadOf<N>];
/** What a command is answered. */
export type CommandAnswer<N extends CommandName> = ReturnType<Commands[N]["run"]>;

/** Tells the room to do something. What may be told, and what has to come with it, is the server's table of commands. */
export function giveCommand<N extends CommandName>(
  room: Pick<JoinedRoom, "send">,
  name: N,
  ...payload: CommandPayload<N>
): void {
  room.send(name, ...payload);
}

/** Hears the answers to a command. */
export function onAnswer<N extends CommandName>(
  room: Pick<JoinedRoom, "onMessage">,
  name: N,
  heard: (answer: CommandAnswer<N>) => void,
): void {
  room.onMessage<CommandAnswer<N>>(name, heard);
}
