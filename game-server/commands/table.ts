import type { CommandTable } from "./command.ts";
import { rematch } from "./rematch.ts";
import { stepTime } from "./step-time.ts";
import { time } from "./time.ts";

/**
 * Everything that a page may tell its room besides its inputs, by the name of the message. A new command is a file beside this
 * one and a line here: the guard, the room and the types of the page follow from it.
 */
export const COMMANDS = { rematch, time, stepTime } as const satisfies CommandTable;
