import { z } from "zod";
import { command } from "./command.ts";
import { personId, refuseAbout } from "./person.ts";

/** Silences somebody, or lets them talk again. */
export const mute = command({
  payload: z.strictObject({ id: personId, muted: z.boolean() }),
  rate: { perSecond: 2, burst: 8 },
  by: "host",
  refuse: (room, sender, { id }) => refuseAbout(room, sender.id, id),
  run: ({ features }, _sender, { id, muted }): void => features.order.mute(id, muted),
});
