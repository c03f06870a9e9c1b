import { z } from "zod";
import { refusal } from "#shared/refusals/refusal.ts";
import { command } from "./command.ts";

/** Somebody wants another name, another look, or both. */
export const dress = command({
  payload: z.strictObject({
    name: z.string().max(200).optional(),
    look: z.number().int().min(0).max(65535).optional(),
  }),
  rate: { perSecond: 1, burst: 5 },
  by: "anybody",
  refuse: (room, { id }, wanted) =>
    // A name says something to everybody, too.
    wanted.name !== undefined && room.features.order.isMuted(id)
      ? refusal("name_muted")
      : room.refuseDress(wanted),
  run: (room, { id }, wanted): void => room.dress(id, wanted),
});
