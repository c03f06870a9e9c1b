import { z } from "zod";
import { refusal } from "#shared/refusals/refusal.ts";
import { command } from "./command.ts";
import { personId, refuseAbout } from "./person.ts";

/** Puts somebody out for as long as the room is there; with `address`, everybody who comes from their address too. */
export const kick = command({
  payload: z.strictObject({ id: personId, address: z.boolean().optional() }),
  rate: { perSecond: 2, burst: 8 },
  by: "host",
  refuse(room, sender, { id, address }) {
    const { people } = room;
    const isShared = address === true && people.get(id)?.address === people.get(sender.id)?.address;
    return refuseAbout(room, sender.id, id) ?? (isShared ? refusal("own_address") : undefined);
  },
  run: ({ features }, _sender, { id, address = false }): void => features.order.kick(id, address),
});
