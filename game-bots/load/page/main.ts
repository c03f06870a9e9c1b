/** The script of the load report's page: it draws the report that the page carries. */
import "uplot/dist/uPlot.min.css";
import "./page.css";
import type { Report } from "../report-schema.ts";
import { about } from "./about.ts";
import { bars } from "./bars.ts";
import { Cards } from "./cards.ts";
import { found } from "./elements.ts";
import { header } from "./header.ts";
import { overTimeOf, percentilesOf } from "./over-time.ts";
import { Plots } from "./plots.ts";
import { linesByProcess, processTable } from "./processes.ts";
import { spread } from "./spread.ts";
import { latencyTable, limits, whatWentWrong } from "./tables.ts";
import { tiles } from "./tiles.ts";
import { show } from "./words.ts";

const page = found("page");
const report: Report = JSON.parse(found("report").textContent);
const cards = new Cards();
const plots = new Plots(cards);
page.append(...header(report), tiles(report), cards.box);
addPlots();
latencyTable(cards, report);
processTable(cards, report);
limits(cards, report);
whatWentWrong(cards, report);
about(cards, report);
plots.draw();

let width = page.clientWidth;
addEventListener("resize", () => {
  if (page.clientWidth === width) return;
  width = page.clientWidth;
  plots.draw();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => plots.draw());

function addPlots(): void {
  const { server } = report;
  const overTime = overTimeOf(report, plots);
  overTime(
    "Round trip",
    "A ping through the server, twice a second per client. Shaded: while the clients came.",
    "ms",
    percentilesOf("roundTrip"),
  );
  overTime(
    "Input to ack",
    "From the moment at which an input is due to the first patch that includes it.",
    "ms",
    percentilesOf("inputToAck"),
  );
  overTime("Time between patches", "As they came to the clients.", "ms", percentilesOf("patchInterval"));
  overTime(
    "Age of the newest state",
    "How old the newest state is that a client has, at any moment.",
    "ms",
    percentilesOf("ageOfState"),
  );
  overTime("Connected clients", "", "", [
    { label: "connected", ink: "blue", of: (second) => second.connected },
    { label: "errors", ink: "red", of: (second) => second.errors, dash: [2, 3] },
  ]);
  overTime("Clients by process", "Where each is connected.", "", linesByProcess(report, "clientsByProcess"));
  overTime("Moves", "Clients who went on in another process, with their rooms.", "", [
    {
      label: "moved",
      ink: "blue",
      of: (second) => (report.clients.moves > 0 ? (second.moves ?? 0) : undefined),
    },
  ]);
  overTime("Traffic of all clients", "Messages, without framing and headers.", "kB/s", [
    { label: "down", ink: "blue", of: (second) => second.bytesDown / 1000 },
    { label: "up", ink: "orange", of: (second) => second.bytesUp / 1000, dash: [7, 4] },
  ]);
  overTime("CPU, of a core", "The generator's is that of its busiest worker.", "%", [
    { label: "server", ink: "blue", of: (second) => second.serverCpu },
    { label: "generator", ink: "orange", of: (second) => second.generatorCpu, dash: [7, 4] },
  ]);
  overTime("CPU by process, of a core", "", "%", linesByProcess(report, "serverCpuByProcess"));
  overTime(
    "How late things run",
    "p99 of each second: the server's event loop, and the generator's schedule.",
    "ms",
    [
      { label: "server", ink: "blue", of: (second) => second.serverDelay },
      { label: "generator", ink: "orange", of: (second) => second.generatorDelay, dash: [7, 4] },
    ],
  );
  if (server) {
    const note = `${show(server.steps)} steps; one that takes 20 ms leaves no time for the next.`;
    bars(plots, "How long steps take", note, server.stepLengths, "ms");
    bars(plots, "How often steps come", "Nominal: every 20 ms.", server.stepIntervals, "ms");
  }
  spread(plots, report);
  overTime("Memory of the server", "", "MB", [
    { label: "resident", ink: "purple", of: (second) => second.serverMemory },
  ]);
}
