import { isVulnerable } from "#shared/simulation/blow.ts";
import { endStrike, isNear, isSolid, separate, settle } from "#shared/simulation/contacts.ts";
import type { Ground } from "#shared/simulation/ground.ts";
import { Action, type Body } from "#shared/simulation/types.ts";

/** The own half of a bump: what running into others does to a body on the ground. */
export function runIntoOthers(body: Body, others: readonly Body[], ground: Ground): void {
  if (!isSolid(body)) return;
  for (let i = 0; i < others.length; i++) {
    const other = others[i];
    if (
      other === undefined ||
      !isSolid(other) ||
      !isNear(body, other) ||
      separate(body, { ...other }) === undefined
    )
      continue;
    if (body.action === Action.Dashing && isVulnerable(other)) endStrike(body);
    settle(body, ground);
  }
}
