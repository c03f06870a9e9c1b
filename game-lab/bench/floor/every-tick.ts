import { TICK_MS } from "#shared/tunables.ts";

/** Parts of a tick over which clients are spread, as those of a load test are. */
const SLOTS = 10;

/**
 * Has every one of `count` clients make a frame once in each tick, evenly spread over it. Those of a moment are sent one
 * after the other when all of them are made, so that a server is woken as often whatever it takes to make one.
 */
export function everyTick(count: number, make: (client: number) => (() => void) | undefined): void {
  let slot = 0;
  setInterval(() => {
    const sends: (() => void)[] = [];
    for (let client = slot++ % SLOTS; client < count; client += SLOTS) {
      const send = make(client);
      if (send !== undefined) sends.push(send);
    }
    for (const send of sends) send();
  }, TICK_MS / SLOTS);
}
