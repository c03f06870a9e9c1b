/** What somebody is in a room. */
export interface Role {
  /** Whether their seat has a character from the beginning. Without one they watch; a command may give them one later. */
  readonly hasBody: boolean;
}

const player: Role = { hasBody: true };
const spectator: Role = { hasBody: false };
const roles: Record<string, Role> = { player, spectator };

/** All roles, by the name that join options have for them. */
export const ROLES: Readonly<Record<string, Role>> = roles;

/** Adds a role that is none of the game's own, for rooms of this process. */
export function addRole(name: string, role: Role): void {
  roles[name] = role;
}

/** The role of this name; whoever asks for one that nobody knows plays. */
export function roleOf(name: string): Role {
  return Object.hasOwn(roles, name) ? (roles[name] ?? player) : player;
}
