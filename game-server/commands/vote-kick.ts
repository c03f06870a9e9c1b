import { z } from "zod";
import { command } from "./command.ts";
import { personId } from "./person.ts";

/** Votes for putting somebody out, while no host is there who could. */
export const voteKick = command({
  payload: z.strictObject({ id: personId }),
  rate: { perSecond: 1, burst: 4 },
  by: "anybody",
  refuse: ({ features }, sender, { id }) => features.kickVote.refuseVote(sender.id, id),
  run: ({ features }, sender, { id }): void => features.kickVote.vote(sender.id, id),
});
