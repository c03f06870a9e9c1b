/** The game server as a process of its own, as in the field; tells its parent where it is, and ends with it. */
import { readConfig } from "#server/config.ts";
import { createGameServer } from "#server/server.ts";
import { AWAY } from "#shared/tunables.ts";
import { Order } from "./server-order.ts";

const fairness = { rewind: true, defence: true };
const [warnAfter, botAfter] = (process.env.TEST_AWAY_TIMES ?? "").split(" ").map(Number);
const awayTimes = warnAfter && botAfter ? { warnAfter, botAfter } : AWAY;
const server = await createGameServer(readConfig(process.env), { fairness, awayTimes });
process.send?.({ port: server.port, url: server.url });

async function stop(): Promise<void> {
  await server.stop();
  process.exit(0);
}
process.on("message", (message) => {
  const order = Order.parse(message);
  if (order === "stop") stop();
  else fairness.rewind = order.rewind;
});
process.once("disconnect", stop);
