import type { Report, ServerFigures } from "../report-schema.ts";
import type { Cards } from "./cards.ts";
import { type Cell, table, textCell } from "./elements.ts";
import { counted, show } from "./words.ts";

function row(name: string, value: string | number): Cell[] {
  return [name, textCell(String(value))];
}

function aboutServer(server: ServerFigures): Cell[][] {
  const refused = Object.entries(server.refusals).map(([reason, count]) => `${reason} ${count}`);
  return [
    row(
      "Server CPU",
      `${show(server.cpuSeconds, 1)} s: ${show(server.cpuPerPlayerSecond * 1000, 2)} ms per player and second; garbage collection ${show(server.garbageCollection, 1)} %`,
    ),
    row(
      "Server event loop",
      `late by ${show(server.eventLoopDelay.typical, 1)} ms, at worst ${show(server.eventLoopDelay.worst, 1)} ms (p99 of a second)`,
    ),
    ...(refused.length > 0 ? [row("Refusals", refused.join(", "))] : []),
  ];
}

/** Adds the circumstances of the test, as text. */
export function about(cards: Cards, report: Report): void {
  const { machine, options, generator, traffic, server, serverNote, divergence } = report;
  const rows = [
    row("Server", `${options.url}${options.ownServer ? ", started for this test" : ""}`),
    row(
      "Machine of the generator",
      `${machine.cpu}, ${counted(machine.cores, "core")}, ${machine.memoryGB} GB, ${machine.os}, Node ${machine.node}`,
    ),
    row("Seats in a room", options.playersPerRoom),
    row("Workers and seed", `${options.workers}, ${options.seed}`),
    row("Generator", generator.words),
    row(
      "Traffic",
      `${show(traffic.messagesDown)} messages and ${show(traffic.bytesDown / 1e6, 1)} MB down, ${show(traffic.messagesUp)} and ${show(traffic.bytesUp / 1e6, 1)} MB up, without framing and headers; ${show(traffic.bytesPerPatch)} bytes a patch`,
    ),
  ];
  if (server) rows.push(...aboutServer(server));
  else if (serverNote) rows.push(row("Server figures", serverNote));
  if (divergence.note) rows.push(row("States", divergence.note));
  cards.add("About this test", "", table(["", ""], rows), true);
}
