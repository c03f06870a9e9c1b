/**
 * `npm test`: every test, or those that the arguments choose (`npm test -- tests/unit`, `npm test -- -t push`:
 * what Vitest understands). The last line says how many passed and failed; the exit status is 0 only when at least
 * one test ran and none failed.
 */
import { createVitest, parseCLI } from "vitest/node";
import { TestTally } from "./test-tally.ts";

const { filter, options } = parseCLI(["vitest", "run", ...process.argv.slice(2)]);
const tally = new TestTally();
const vitest = await createVitest({ ...options, watch: false, reporters: ["default", tally] });
let ranToTheEnd = false;
try {
  await vitest.start(filter);
  ranToTheEnd = true;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
} finally {
  await vitest.close();
}

const clean = ranToTheEnd && tally.failed === 0 && !process.exitCode;
if (tally.passed + tally.failed === 0)
  console.log("No test ran, so nothing is proved: this counts as a failure.");
console.log(tally.line);
process.exit(clean && tally.passed > 0 ? 0 : 1);
