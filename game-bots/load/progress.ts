import type { Second } from "./report-schema.ts";

/** Seconds between two lines where there is no terminal. */
const LINE_EVERY = 5;

/** Where progress is shown: a part of `process.stdout`. */
export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const PHASES: Readonly<Record<Second["phase"], string>> = {
  ramp: "coming in",
  steady: "measuring",
  end: "ending",
};

/** Shows how a load test goes: one line that changes on a terminal, plain lines elsewhere. */
export class Progress {
  readonly #screen: Screen;
  readonly #clients: number;
  #errors = 0;
  #lineOpen = false;

  constructor(screen: Screen, clients: number) {
    this.#screen = screen;
    this.#clients = clients;
  }

  /** Shows a second. */
  second(second: Second): void {
    this.#errors += second.errors;
    const line = this.#line(second);
    if (this.#screen.isTTY === true) {
      // Back to the beginning of the line, and what was longer is wiped away.
      this.#screen.write(`\r\u001b[2K${line}`);
      this.#lineOpen = true;
    } else if (second.at % LINE_EVERY === 0) this.#screen.write(`${line}\n`);
  }

  /** Says something in a line of its own. */
  say(words: string): void {
    if (this.#lineOpen) this.#screen.write("\n");
    this.#lineOpen = false;
    this.#screen.write(`${words}\n`);
  }

  #line(second: Second): string {
    const times = (name: string, values: Second["roundTrip"]): string =>
      values === undefined ? "" : `  ${name} ${show(values.p50)}/${show(values.p99)}`;
    return [
      `${second.at.toFixed(0).padStart(4)} s  ${PHASES[second.phase]}`,
      `  ${second.connected}/${this.#clients} connected, ${this.#errors} error${this.#errors === 1 ? "" : "s"}`,
      `  ${second.patches} patches/s  ${(second.bytesDown / 1000).toFixed(0)} kB/s`,
      times("rtt", second.roundTrip),
      times("ack", second.inputToAck),
      second.roundTrip === undefined ? "" : " ms (p50/p99)",
      second.serverCpu === undefined ? "" : `  server ${second.serverCpu.toFixed(0)} %`,
    ].join("");
  }
}

function show(ms: number): string {
  return ms.toFixed(ms < 10 ? 1 : 0);
}
