import type { ListedRoom } from "#shared/room-list.ts";
import { modeOf } from "#shared/simulation/modes/table.ts";
import { TEAM_IDS } from "#shared/team-ids.ts";
import { english } from "./english/english.ts";
import { t } from "./t.ts";

/** What a mode is called; one that the catalogue does not know goes by its own name. */
export function modeName(id: string): string {
  const { modes } = english.names;
  return isKey(modes, id) ? t(($) => $.names.modes[id]) : modeOf(id).name;
}

/** What a mode is about, in a line; "" for one that the catalogue does not know. */
export function modeLine(id: string): string {
  const { rules } = english.modes;
  return isKey(rules, id) ? t(($) => $.modes.rules[id].line) : "";
}

/** How a mode is played, besides that line; "" for one that the catalogue does not know. */
export function modeMore(id: string): string {
  const { rules } = english.modes;
  return isKey(rules, id) ? t(($) => $.modes.rules[id].more) : "";
}

/** What is called out when the last part of a match begins; "" for a mode that the catalogue does not know. */
export function modeLate(id: string): string {
  const { late } = english.modes;
  return isKey(late, id) ? t(($) => $.modes.late[id]) : "";
}

/** What a team is called, by its number from 0; "" for `NO_TEAM`. */
export function teamName(team: number): string {
  const id = TEAM_IDS[team];
  return id === undefined ? "" : t(($) => $.names.teams[id]);
}

/** What an arena is called, by the name that its map gives itself; one that the catalogue does not know keeps that. */
export function arenaName(name: string): string {
  const { arenas } = english.names;
  return isKey(arenas, name) ? t(($) => $.names.arenas[name]) : name;
}

function isKey<T extends object>(table: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(table, key);
}

/** What a room is called: as somebody chose, or after its host in the language of the page. */
export function roomName({ name, named, host }: Pick<ListedRoom, "name" | "named" | "host">): string {
  return named || host === "" ? name : t(($) => $.names.roomOf, { name: host });
}
