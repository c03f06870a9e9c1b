import { z } from "zod";
import { refusal } from "#shared/refusals/refusal.ts";
import { command } from "./command.ts";
import { personId, refuseAbout } from "./person.ts";

/** Makes somebody else the host. */
export const handOver = command({
  payload: z.strictObject({ id: personId }),
  rate: { perSecond: 1, burst: 4 },
  by: "host",
  refuse: (room, sender, { id }) =>
    refuseAbout(room, sender.id, id) ??
    (room.state.seats.get(id)?.connected === true ? undefined : refusal("not_connected")),
  run: ({ features }, _sender, { id }): void => features.host.handOver(id),
});
