import { TRANSPORTS } from "#transports/contract/names.ts";
import { THRESHOLDS } from "./thresholds.ts";

/** What `npm run loadtest -- --help` prints. */
export const HELP = `npm run loadtest -- [options]

Joins a server with many bot clients, which play over the real protocol, and reports what they and the server
measured. Without --url it starts a server of its own.

What to load
  --url ADDRESS             server to test, such as http://localhost:2567
  --admin-token TOKEN       its ADMIN_TOKEN, for its own figures and the comparison of states; or by the environment
  --clients N               how many (16)
  --players-per-room N      seats of each room (16); as many rooms as needed
  --rooms N                 or the number of rooms; then as many seats as needed
  --mode ID, --arena ID     what the rooms play (what the server prefers)
  --net-rate N              patches a second (what the server prefers)

How
  --brain WORD              easy, normal, hard, or wander: cheap, for pure load (normal)
  --transport MIX           ${TRANSPORTS.join(", ")};
                            or a mix such as websocket:80,long-polling:20 (websocket)
  --ramp SECONDS            time in which the clients come, evenly (5)
  --duration SECONDS        time that is measured after that (30)
  --churn N                 clients a second that leave and are replaced, or lose their line and come back, in turn (0)
  --workers N               processes that drive the clients (one for 250 clients, but leaves a core to the server)
  --seed N                  of everything that is random (1)

Results
  --report FILE.json        everything that was measured; docs/loadtest.md describes it
  --html FILE.html          the same as one page with plots

Limits: the exit status is 1 when one is exceeded; "any" takes a preset one away
${THRESHOLDS.map(({ flag, help, preset }) => `  --${flag.padEnd(24)}${help}${preset === undefined ? "" : ` (${preset})`}`).join("\n")}

Exit status: 0 all limits held, 1 a limit exceeded, 2 arguments, 3 the server is missing, turned everybody away or
died, 4 this machine cannot drive so many clients, 130 interrupted; the report is written whenever somebody joined.

A server limits what one address may do. One that is to be load-tested wants MAX_JOINS_PER_MINUTE,
MAX_ROOMS_PER_MINUTE, MAX_ROOMS, MAX_ROOMS_PER_ADDRESS, MAX_CONNECTIONS_PER_ADDRESS,
MAX_RESERVATIONS_PER_ADDRESS, MAX_CHARACTERS and MAX_CHARACTERS_PER_ADDRESS above what the test does; an own
server has them.
SLOW_STEP_MS=15 npm run loadtest shows what a slow server looks like.
`;
