import { z } from "zod";
import { refusal } from "#shared/refusals/refusal.ts";
import { command } from "./command.ts";
import { MAX_ID } from "./person.ts";

/**
 * Somebody who only watches follows a character, so that on a huge arena they are told of what is near to it; "" for whoever is
 * ahead.
 */
export const follow = command({
  payload: z.strictObject({ id: z.string().max(MAX_ID) }),
  rate: { perSecond: 5, burst: 10 },
  by: "anybody",
  // When the one whom they follow has gone, a page goes on to the next.
  bySelf: true,
  refuse: ({ world }, _sender, { id }) =>
    id === "" || world.players.has(id) ? undefined : refusal("nobody_to_follow"),
  run: (room, sender, { id }): void => room.follow(sender.id, id),
});
