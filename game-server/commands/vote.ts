import { z } from "zod";
import { command } from "./command.ts";

/** Which of `state.choices` the next match is to be, from 1; 0 takes the vote back. Whoever only watches may vote, too. */
export const vote = command({
  payload: z.strictObject({ choice: z.number().int().min(0).max(3) }),
  rate: { perSecond: 3, burst: 6 },
  by: "anybody",
  refuse: ({ features }, _sender, { choice }) => features.vote.refuseVote(choice),
  run: ({ features }, { id }, { choice }): void => features.vote.cast(id, choice),
});
