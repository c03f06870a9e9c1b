import { PlayerClient } from "#player/player-client.ts";
import { UNTIL_GIVEN_UP } from "#player/room-session.ts";
import type { PracticeOptions } from "#shared/practice.ts";
import { localTransport } from "#transports/local/client.ts";
import { portOver } from "#transports/local/line.ts";
import { alarm } from "#transports/simulated/delay-queue.ts";
import type { Inside } from "../session/inside.ts";
import { PracticeVisit } from "../session/practice/practice-visit.ts";

/** Starts a room of practice in a worker of this page, and says what one is in it with. It ends with the stay in it. */
export function openPractice(options: PracticeOptions): Inside {
  const worker = new Worker(new URL("./practice-worker.ts", import.meta.url), {
    type: "module",
    name: "practice",
  });
  worker.postMessage(options);
  const client = new PlayerClient({
    origin: location.origin,
    transport: localTransport(portOver(worker)),
    reconnect: UNTIL_GIVEN_UP,
    simulation: { clock: { now: () => performance.now(), after: alarm }, seed: () => options.seed },
    joined: (session) => session.onGone(() => worker.terminate()),
  });
  return { client, visit: (session, deps, events) => new PracticeVisit(session, deps, events) };
}
