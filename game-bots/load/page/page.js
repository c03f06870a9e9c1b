// The script of the page: it runs in a browser as it stands, and its types are in its comments.

/**
 * @import Chart from "uplot"
 * @import { Bucket, Distribution, Report, Second } from "../report-schema.ts"
 *
 * @typedef {{ label: string, ink: string, dash?: number[], of: (second: Second) => number | undefined }} Line
 *   What is drawn over time: its name, its colour, and its value in a second.
 * @typedef {{ box: HTMLElement, data: Chart.AlignedData, make: (width: number) => Chart.Options, drawn: Chart | undefined }} Plot
 */

(() => {
  const page = found("page");
  /** @type {Report} */
  const report = JSON.parse(found("report").textContent);
  const { options, latencies, timeline, perClient, server, generator, errors, divergence, traffic } = report;
  /** @type {Plot[]} */
  const plots = [];

  /** @param {string} id */
  function found(id) {
    const element = document.getElementById(id);
    if (element === null) throw new Error(`The page has no element "${id}".`);
    return element;
  }

  /**
   * @param {string} tag
   * @param {string} className
   * @param {(Node | string)[]} children
   */
  function element(tag, className, ...children) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  /** @param {string} name A colour of page.css. */
  function color(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  }

  /**
   * @param {number | null | undefined} value
   * @param {number} [digits]
   */
  function show(value, digits) {
    if (value === undefined || value === null) return "–";
    const places = digits ?? (Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0);
    return value.toLocaleString("en", { minimumFractionDigits: places, maximumFractionDigits: places });
  }

  /**
   * @param {number} count
   * @param {string} word
   */
  function counted(count, word) {
    return `${show(count)} ${word}${count === 1 ? "" : "s"}`;
  }

  function header() {
    const { passed } = report.verdict;
    const badge = element(
      "span",
      passed ? "badge" : "badge bad",
      passed ? "All limits held" : "A limit was exceeded",
    );
    const mix = options.transports
      .map(({ name, share }) => (share === 1 ? name : `${name} ${Math.round(share * 100)} %`))
      .join(", ");
    const when = new Date(report.startedAt).toLocaleString("en-GB", {
      dateStyle: "medium",
      timeStyle: "short",
    });
    const title = `${counted(options.clients, "client")} in ${counted(options.rooms, "room")}`;
    const about = `${when} · ${mix} · ${options.brain} · ${show(options.ramp)} s to come in, ${show(report.measuredSeconds)} s measured · ${report.ended}`;
    page.append(element("header", "", element("h1", "", title), badge, element("p", "sub", about)));
    if (generator.bottleneck) page.append(element("p", "banner", generator.words));
  }

  function tiles() {
    const list = element("div", "tiles");
    /**
     * @param {string} value
     * @param {string} unit
     * @param {string} words
     * @param {boolean} [bad]
     */
    const tile = (value, unit, words, bad = false) => {
      const figure = element("b", "", value);
      if (unit) figure.append(element("small", "", unit));
      list.append(element("div", bad ? "tile bad" : "tile", figure, element("span", "", words)));
    };
    tile(show(report.clients.joined), "", "joined", report.clients.joined < options.clients);
    tile(show(errors.total), "", errors.total === 1 ? "error" : "errors", errors.total > 0);
    tile(
      show(divergence.diverged),
      "",
      `of ${show(divergence.compared)} states diverged`,
      (divergence.diverged ?? 0) > 0,
    );
    tile(show(latencies.roundTrip?.p99), "ms", "round trip, p99");
    tile(show(latencies.inputToAck?.p99), "ms", "input to ack, p99");
    tile(show(latencies.ageOfState?.p50), "ms", "age of state, median");
    tile(show(traffic.bytesDownPerClientSecond / 1000, 1), "kB/s", "down per client");
    if (server) {
      tile(show(server.cpuPercent), "%", "of a core, server");
      tile(show(server.cpuPerUpdate), "µs", "CPU per delivered patch");
      tile(show(server.stepLength?.p99, 2), "ms", "step, p99");
      tile(show(server.overruns), "", "overrun steps", server.overruns > 0);
      tile(show(server.memory), "MB", "memory, server");
    }
    page.append(list);
  }

  const cards = element("div", "cards");

  /**
   * @param {string} title
   * @param {string} note
   * @param {Node} content
   * @param {boolean} [wide]
   */
  function card(title, note, content, wide = false) {
    const made = element("section", wide ? "card wide" : "card", element("h2", "", title));
    if (note) made.append(element("p", "note", note));
    made.append(content);
    cards.append(made);
    return made;
  }

  /**
   * Draws a plot into a card, now and again whenever its width or the colours change.
   * @param {string} title
   * @param {string} note
   * @param {Chart.AlignedData} data
   * @param {Plot["make"]} make
   * @param {boolean} [wide]
   */
  function plot(title, note, data, make, wide = false) {
    if (data[0].length === 0) return;
    const box = element("div", "");
    card(title, note, box, wide);
    plots.push({ box, data, make, drawn: undefined });
  }

  /**
   * @param {string} unit
   * @param {string} scale
   * @param {Chart.Axis.Values} [xValues]
   * @returns {Chart.Axis[]}
   */
  function axes(unit, scale, xValues) {
    const axis = {
      stroke: color("soft"),
      grid: { stroke: color("line"), width: 1 },
      ticks: { stroke: color("line") },
    };
    const font = "12px system-ui, sans-serif";
    return [
      { ...axis, font, values: xValues ?? ((_plot, ticks) => ticks.map((tick) => `${tick} s`)) },
      {
        ...axis,
        font,
        scale,
        size: (_plot, labels) => 22 + 7 * Math.max(4, ...(labels ?? []).map((label) => label.length)),
        values: (_plot, ticks) => ticks.map((tick) => `${tick.toLocaleString("en")} ${unit}`),
      },
    ];
  }

  /**
   * Marks the time that counts: before it the clients were still coming.
   * @type {Chart.Plugin}
   */
  const shadeRamp = {
    hooks: {
      drawClear: (chart) => {
        const { left, top, height } = chart.bbox;
        const end = Math.min(left + chart.bbox.width, chart.valToPos(Math.ceil(options.ramp), "x", true));
        chart.ctx.fillStyle = color("ground");
        if (end > left) chart.ctx.fillRect(left, top, end - left, height);
      },
    },
  };

  /**
   * @param {string} title
   * @param {string} note
   * @param {string} unit
   * @param {Line[]} lines
   */
  function overTime(title, note, unit, lines) {
    const present = lines.filter(({ of }) => timeline.some((second) => of(second) !== undefined));
    if (present.length === 0) return;
    /** @type {Chart.AlignedData} */
    const data = [
      timeline.map(({ at }) => at),
      ...present.map(({ of }) => timeline.map((second) => of(second) ?? null)),
    ];
    plot(title, note, data, (width) => ({
      width,
      height: 220,
      plugins: [shadeRamp],
      scales: { x: { time: false }, y: { range: (_plot, _low, high) => [0, Math.max(high * 1.08, 1)] } },
      axes: axes(unit, "y"),
      series: [
        { label: "second", value: (_plot, value) => (value === null ? "–" : `${value} s`) },
        ...present.map(
          /** @returns {Chart.Series} */ ({ label, ink, dash }) => ({
            label,
            stroke: color(ink),
            width: 2,
            ...(dash && { dash }),
            spanGaps: true,
            points: { show: timeline.length < 3 },
            value: (_plot, value) => (value === null ? "–" : `${show(value)} ${unit}`),
          }),
        ),
      ],
    }));
  }

  /**
   * @param {"roundTrip" | "inputToAck" | "patchInterval" | "ageOfState"} name
   * @returns {Line[]}
   */
  function percentilesOf(name) {
    return [
      { label: "p50", ink: "blue", of: (second) => second[name]?.p50 },
      { label: "p95", ink: "purple", of: (second) => second[name]?.p95, dash: [7, 4] },
      { label: "p99", ink: "orange", of: (second) => second[name]?.p99, dash: [2, 3] },
    ];
  }

  /**
   * @param {string} title
   * @param {string} note
   * @param {Bucket[]} buckets
   * @param {string} words
   */
  function bars(title, note, buckets, words) {
    const first = buckets.findIndex(({ count }) => count > 0);
    if (first < 0) return;
    const last = buckets.findLastIndex(({ count }) => count > 0);
    const shown = buckets.slice(Math.max(0, first - 1), last + 2);
    const total = shown.reduce((sum, { count }) => sum + count, 0);
    /** @param {Bucket} bucket */
    const name = ({ to }) => (to === null ? "more" : `≤ ${to}`);
    /** @param {number} index */
    const nameAt = (index) => (shown[index] ? name(shown[index]) : "");
    const barPaths = uPlot.paths.bars?.({ size: [0.8, 80] });
    /** @type {Chart.AlignedData} */
    const data = [shown.map((_bucket, i) => i), shown.map(({ count }) => (100 * count) / total)];
    plot(title, note, data, (width) => ({
      width,
      height: 220,
      scales: {
        x: { time: false, range: () => [-0.6, shown.length - 0.4] },
        y: { range: (_plot, _low, high) => [0, Math.max(high * 1.08, 1)] },
      },
      axes: axes("%", "y", (_plot, ticks) => ticks.map(nameAt)).map((axis, i) =>
        i === 0 ? { ...axis, splits: () => labels(shown.length, width), grid: { show: false } } : axis,
      ),
      series: [
        { label: words, value: (_plot, value) => (shown[value] ? `${nameAt(value)} ms` : "–") },
        {
          label: "share",
          stroke: color("blue"),
          fill: `${color("blue")}66`,
          width: 1,
          points: { show: false },
          ...(barPaths && { paths: barPaths }),
          value: (_plot, value) => (value === null ? "–" : `${show(value, 2)} %`),
        },
      ],
    }));
  }

  /**
   * Which bars get a label, so that labels do not run into one another.
   * @param {number} count
   * @param {number} width
   */
  function labels(count, width) {
    const every = Math.max(1, Math.ceil((count * 52) / Math.max(1, width - 80)));
    return Array.from({ length: Math.ceil(count / every) }, (_label, i) => i * every);
  }

  /** One point per client, best first: a flat line means that all were served alike. */
  function spread() {
    const measured = perClient
      .flatMap((client) => (client.p50 === undefined ? [] : [{ ...client, p50: client.p50 }]))
      .sort((a, b) => a.p50 - b.p50);
    /** @type {Chart.AlignedData} */
    const data = [
      measured.map((_client, i) => i + 1),
      measured.map(({ p50 }) => p50),
      measured.map(({ p99 }) => p99),
    ];
    /**
     * @param {string} label
     * @param {string} ink
     * @returns {Chart.Series}
     */
    const dots = (label, ink) => ({
      label,
      stroke: color(ink),
      paths: () => null,
      points: { show: true, size: 6, fill: color(ink), width: 0 },
      value: (_plot, value) => (value === null ? "–" : `${show(value, 1)} ms`),
    });
    plot(
      "Round trip of each client",
      "Ordered by its median. A flat line means that all were served alike.",
      data,
      (width) => ({
        width,
        height: 220,
        scales: { x: { time: false }, y: { range: (_plot, _low, high) => [0, Math.max(high * 1.08, 1)] } },
        axes: axes("ms", "y", (_plot, ticks) => ticks.map((tick) => (Number.isInteger(tick) ? tick : ""))),
        series: [
          {
            label: "client",
            value: (_plot, value) => {
              const client = measured[value - 1];
              return client ? `${client.number}, room ${client.room}, ${client.transport}` : "–";
            },
          },
          dots("p50", "blue"),
          dots("p99", "orange"),
        ],
      }),
    );
  }

  /**
   * @param {string[]} heads
   * @param {(Node | string)[][]} rows
   */
  function table(heads, rows) {
    const body = element("tbody", "");
    for (const row of rows) {
      const line = element("tr", "");
      for (const cell of row) line.append(cell instanceof Node ? cell : element("td", "", cell));
      body.append(line);
    }
    const head = element("tr", "", ...heads.map((words) => element("th", "", words)));
    return element("div", "scroll", element("table", "", element("thead", "", head), body));
  }

  function latencyTable() {
    /** @type {[Distribution | undefined, string][]} */
    const named = [
      [latencies.timeToJoin, "time to join"],
      [latencies.roundTrip, "round trip"],
      [latencies.inputToAck, "input to ack"],
      [latencies.patchInterval, "between patches"],
      [latencies.ageOfState, "age of state"],
      [latencies.reconnect, "reconnect"],
    ];
    const rows = named.flatMap(([all, words]) => {
      if (!all) return [];
      return [
        [
          words,
          ...[all.p50, all.p90, all.p95, all.p99, all.p999, all.max].map((ms) => show(ms, 1)),
          show(all.count),
        ],
      ];
    });
    card(
      "Latencies (ms)",
      "Counted from the moment at which the schedule wanted it, so a stall counts in full. Percentiles come from the merged histograms of all workers.",
      table(["", "p50", "p90", "p95", "p99", "p99.9", "max", "samples"], rows),
      true,
    );
  }

  function limits() {
    const rows = report.verdict.judgements.map(({ name, limit, value, unit, passed }) => [
      `--${name}`,
      `${show(limit)} ${unit}`,
      value === null ? "not measured" : `${show(value)} ${unit}`,
      element(
        "td",
        passed ? "pass" : "fail",
        value === null && passed ? "unknown" : passed ? "held" : "exceeded",
      ),
    ]);
    if (rows.length > 0) card("Limits", "", table(["", "limit", "found", ""], rows));
  }

  function whatWentWrong() {
    /** @type {(Node | string)[][]} */
    const rows = errors.kinds.map(({ words, count }) => [show(count), element("td", "text", words)]);
    for (const words of divergence.examples) rows.push(["state", element("td", "text", words)]);
    if (rows.length > 0) card("What went wrong", "", table(["times", ""], rows));
  }

  function about() {
    const { machine } = report;
    /**
     * @param {string} name
     * @param {string | number} value
     */
    const row = (name, value) => [name, element("td", "text", String(value))];
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
    if (server) {
      rows.push(
        row(
          "Server CPU",
          `${show(server.cpuSeconds, 1)} s: ${show(server.cpuPerPlayerSecond * 1000, 2)} ms per player and second; garbage collection ${show(server.garbageCollection, 1)} %`,
        ),
        row(
          "Server event loop",
          `late by ${show(server.eventLoopDelay.typical, 1)} ms, at worst ${show(server.eventLoopDelay.worst, 1)} ms (p99 of a second)`,
        ),
      );
      const refused = Object.entries(server.refusals).map(([reason, count]) => `${reason} ${count}`);
      if (refused.length > 0) rows.push(row("Refusals", refused.join(", ")));
    } else if (report.serverNote) rows.push(row("Server figures", report.serverNote));
    if (divergence.note) rows.push(row("States", divergence.note));
    card("About this test", "", table(["", ""], rows), true);
  }

  function draw() {
    for (const one of plots) {
      one.drawn?.destroy();
      one.drawn = new uPlot(one.make(one.box.clientWidth), one.data, one.box);
    }
  }

  header();
  tiles();
  page.append(cards);
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
  overTime("Traffic of all clients", "Messages, without framing and headers.", "kB/s", [
    { label: "down", ink: "blue", of: (second) => second.bytesDown / 1000 },
    { label: "up", ink: "orange", of: (second) => second.bytesUp / 1000, dash: [7, 4] },
  ]);
  overTime("CPU, of a core", "The generator's is that of its busiest worker.", "%", [
    { label: "server", ink: "blue", of: (second) => second.serverCpu },
    { label: "generator", ink: "orange", of: (second) => second.generatorCpu, dash: [7, 4] },
  ]);
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
    bars(
      "How long steps take",
      `${show(server.steps)} steps; one that takes 20 ms leaves no time for the next.`,
      server.stepLengths,
      "ms",
    );
    bars("How often steps come", "Nominal: every 20 ms.", server.stepIntervals, "ms");
  }
  spread();
  overTime("Memory of the server", "", "MB", [
    { label: "resident", ink: "purple", of: (second) => second.serverMemory },
  ]);
  latencyTable();
  limits();
  whatWentWrong();
  about();
  draw();
  let width = page.clientWidth;
  addEventListener("resize", () => {
    if (page.clientWidth === width) return;
    width = page.clientWidth;
    draw();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
})();
