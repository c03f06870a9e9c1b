import type { Report } from "../report-schema.ts";
import { element } from "./elements.ts";
import { show } from "./words.ts";

/** A figure with its unit and what it is of; `bad` when it is not as it should be. */
function tile(value: string, unit: string, words: string, bad = false): Node {
  const figure = element("b", "", value);
  if (unit) figure.append(element("small", "", unit));
  return element("div", bad ? "tile bad" : "tile", figure, element("span", "", words));
}

/** The figures that count most, in one row. */
export function tiles({
  options,
  clients,
  errors,
  divergence,
  latencies,
  traffic,
  server,
}: Report): HTMLElement {
  const list = element(
    "div",
    "tiles",
    tile(show(clients.joined), "", "joined", clients.joined < options.clients),
    tile(show(errors.total), "", errors.total === 1 ? "error" : "errors", errors.total > 0),
    tile(
      show(divergence.diverged),
      "",
      `of ${show(divergence.compared)} states diverged`,
      (divergence.diverged ?? 0) > 0,
    ),
    tile(show(latencies.roundTrip?.p99), "ms", "round trip, p99"),
    tile(show(latencies.inputToAck?.p99), "ms", "input to ack, p99"),
    tile(show(latencies.ageOfState?.p50), "ms", "age of state, median"),
    tile(show(traffic.bytesDownPerClientSecond / 1000, 1), "kB/s", "down per client"),
  );
  if (clients.moves + clients.lostMoves > 0) {
    list.append(
      tile(
        show(clients.moves),
        "",
        `moved with their rooms, ${show(clients.lostMoves)} lost`,
        clients.lostMoves > 0,
      ),
      tile(show(latencies.move?.p50), "ms", "away for a move, median"),
      tile(show(latencies.move?.max), "ms", "away for a move, at most"),
    );
  }
  if (server) {
    list.append(
      tile(show(server.cpuPercent), "%", "of a core, server"),
      tile(show(server.cpuPerUpdate), "µs", "CPU per delivered patch"),
      tile(show(server.stepLength?.p99, 2), "ms", "step, p99"),
      tile(show(server.overruns), "", "overrun steps", server.overruns > 0),
      tile(show(server.memory), "MB", "memory, server"),
    );
  }
  return list;
}
