import { z } from "zod";
import { command } from "./command.ts";

/** This player wants the next match now. */
export const rematch = command({
  payload: z.undefined(),
  rate: { perSecond: 2, burst: 5 },
  may: ({ world }, { id }) => world.phase === "results" && world.players.has(id),
  run(room, { seat }): void {
    seat.ready = true;
    room.countVotes();
  },
});
