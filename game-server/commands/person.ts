import { z } from "zod";
import { refusal } from "#shared/refusals/refusal.ts";
import type { CommandRoom } from "./command.ts";

/** Longest session id (characters). */
export const MAX_ID = 32;

/** The key of somebody's seat, as it comes with a command. */
export const personId = z.string().min(1).max(MAX_ID);

/** Why a command about a person cannot be done: they are not here, or they are who gives it, in this tab or in another one. */
export function refuseAbout({ people }: CommandRoom, giver: string, id: string): string | undefined {
  const person = people.get(id);
  if (person === undefined) return refusal("nobody_there");
  return person.guest === people.get(giver)?.guest ? refusal("not_yourself") : undefined;
}
