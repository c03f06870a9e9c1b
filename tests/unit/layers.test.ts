import { describe, expect, it } from "vitest";
import { resolveImport, violations } from "../support/layers/check.ts";
import { importCircles } from "../support/layers/circles.ts";
import { projectSources } from "../support/layers/project-files.ts";
import { RULES } from "../support/layers/rules.ts";

/** The folders of the first and second floor that a file lies in; of tests, tools and assets the first. */
function floors(path: string): string[] {
  const [top = "", second, third] = path.split("/");
  if (second === undefined || ["docs", "assets"].includes(top)) return [];
  const deep = third !== undefined && !["tests", "tools"].includes(top);
  return [`${top}/`, ...(deep ? [`${top}/${second}/`] : [])];
}

describe("the project", async () => {
  const sources = await projectSources();

  it("keeps to its layers in every file", () => {
    expect(sources.size).toBeGreaterThan(20);
    expect([...sources].flatMap(([path, source]) => violations(path, source))).toEqual([]);
  });

  it("has no circle of imports by values in any folder", () => {
    expect(importCircles(sources)).toEqual([]);
  });

  it("has a rule for every folder of the first two floors", () => {
    const folders = new Set([...sources.keys()].flatMap(floors));
    const ruled = new Set(RULES.map(({ folder }) => folder));
    expect([...folders].filter((folder) => !ruled.has(folder))).toEqual([]);
    expect([...ruled].filter((folder) => !folders.has(folder))).toEqual([]);
  });
});

describe("a layer violation", () => {
  it.each([
    ["game-shared/simulation/a.ts", `import { z } from "zod";`, "npm:zod"],
    ["game-shared/simulation/a.ts", `import { schema } from "@colyseus/schema";`, "npm:@colyseus/schema"],
    ["game-shared/arena/a.ts", `import { readFile } from "node:fs/promises";`, "node:fs/promises"],
    ["game-shared/a.ts", `export { x } from "../game-server/x.ts";`, "game-server/x.ts"],
    ["game-shared/a.ts", `export * from "#client/x.ts";`, "game-client/x.ts"],
    ["game-shared/a.ts", `const x = await import("phaser");`, "npm:phaser"],
    ["game-shared/a.ts", "const x = await import(name);", "npm:<computed>"],
    ["game-shared/a.ts", `type X = import("zod").ZodType;`, "npm:zod"],
    ["game-shared/state/a.ts", `import { Room } from "@colyseus/core";`, "npm:@colyseus/core"],
    ["game-server/rooms/a.ts", `import type { X } from "#player/netcode/x.ts";`, "game-player/netcode/x.ts"],
    ["game-server/rooms/a.ts", `import { run } from "#bots/load-test.ts";`, "game-bots/load-test.ts"],
    ["game-client/a.ts", `import { x } from "../game-server/x.ts";`, "game-server/x.ts"],
    ["game-client/a.ts", `import { readFile } from "node:fs";`, "node:fs"],
    ["game-bots/brain/a.ts", `import { x } from "#player/netcode/x.ts";`, "game-player/netcode/x.ts"],
    ["game-bots/a.ts", `import { x } from "#client/session/x.ts";`, "game-client/session/x.ts"],
    ["game-bots/brain/a.ts", `import { Client } from "@colyseus/sdk";`, "npm:@colyseus/sdk"],
    ["game-player/netcode/a.ts", `import type { Scene } from "phaser";`, "npm:phaser"],
    [
      "game-player/netcode/a.ts",
      `import { stage } from "#client/scenes/stage.ts";`,
      "game-client/scenes/stage.ts",
    ],
    [
      "game-player/netcode/a.ts",
      `import { COMMANDS } from "#server/commands/table.ts";`,
      "game-server/commands/table.ts",
    ],
    ["game-server/commands/a.ts", `import { Seats } from "../rooms/seats.ts";`, "game-server/rooms/seats.ts"],
    ["game-client/session/a.ts", `import { signal } from "@preact/signals";`, "npm:@preact/signals"],
    ["game-client/session/a.ts", `import { h } from "preact";`, "npm:preact"],
    [
      "game-client/ui/a.tsx",
      `import { x } from "../transports/x.ts"; export const a = <b />;`,
      "game-client/transports/x.ts",
    ],
    ["game-client/scenes/a.ts", `import { Client } from "@colyseus/sdk";`, "npm:@colyseus/sdk"],
    ["game-client/session/a.ts", `import { Client } from "@colyseus/sdk";`, "npm:@colyseus/sdk"],
    ["game-player/a.ts", `import { Client } from "@colyseus/sdk";`, "npm:@colyseus/sdk"],
    ["tools/a.ts", `import { waitFor } from "../tests/support/wait-for.ts";`, "tests/support/wait-for.ts"],
    ["tools/a.ts", `import { runBench } from "#lab/bench/command.ts";`, "game-lab/bench/command.ts"],
    ["game-bots/load/a.ts", `import { mean } from "#lab/statistics.ts";`, "game-lab/statistics.ts"],
    ["game-lab/a.ts", `import { plain } from "../tests/support/worlds.ts";`, "tests/support/worlds.ts"],
  ])("is found in %s: %s", (path, source, target) => {
    expect(violations(path, source)).toEqual([expect.stringMatching(`^${path} imports ${target}: `)]);
  });

  it.each([
    ["game-shared/a.ts", "const now = Date.now();", "Date"],
    ["game-shared/a.ts", "const now = new Date();", "Date"],
    ["game-shared/a.ts", "const now = globalThis.performance.now();", "performance"],
    ["game-shared/a.ts", "const { now } = performance;", "performance"],
    ["game-shared/a.ts", "const dice = Math.random() * 6;", "Math.random"],
    ["game-shared/a.ts", `const dice = Math["random"]();`, "Math.random"],
    ["game-shared/a.ts", "setTimeout(() => {}, 10);", "setTimeout"],
    ["game-shared/state/a.ts", "const lag = process.hrtime();", "process"],
    ["game-bots/brain/a.ts", "const delay = 0.1 + Math.random() * 0.2;", "Math.random"],
    ["game-player/netcode/a.ts", `window.addEventListener("blur", stop);`, "window"],
    ["game-player/a.ts", "const now = performance.now();", "performance"],
    ["game-client/session/a.ts", "const code = location.hash;", "location"],
    ["game-client/session/a.ts", "const page = (document as Document).title;", "document"],
  ])("is found in %s: %s", (path, source, name) => {
    expect(violations(path, source)).toEqual([expect.stringMatching(`^${path} uses ${name}: `)]);
  });

  it.each([
    "export default function step() {}",
    "const step = 1; export { step as default };",
    `export { default } from "./step.ts";`,
  ])("is found in a default export: %s", (source) => {
    expect(violations("game-client/a.ts", source)).toEqual([expect.stringContaining("default export")]);
  });

  it("is found as a circle between folders, of which types make none", () => {
    const circle = new Map([
      ["game-server/a.ts", `import "../tools/b.ts";`],
      ["tools/b.ts", `import "#bots/c.ts";`],
      ["game-bots/c.ts", `import "../game-server/a.ts";`],
    ]);
    expect(importCircles(circle)).toEqual(["the project: game-bots -> game-server -> tools -> game-bots"]);
    const inside = new Map([
      ["game-server/rooms/deep/a.ts", `import { b } from "../../web/b.ts";`],
      ["game-server/web/b.ts", `import { c } from "../c.ts";`],
      ["game-server/c.ts", `import { a } from "./rooms/deep/a.ts";`],
    ]);
    expect(importCircles(inside)).toEqual(["game-server: c.ts -> rooms -> web -> c.ts"]);
  });

  it("is no circle when one way has only types", () => {
    const types = new Map([
      ["game-server/rooms/a.ts", `import { b } from "../web/b.ts";`],
      ["game-server/web/b.ts", `import type { A } from "../rooms/a.ts";`],
    ]);
    expect(importCircles(types)).toEqual([]);
  });
});

describe("what is allowed", () => {
  it.each([
    ["game-shared/simulation/a.ts", `import { DT } from "../tunables.ts"; import { b } from "./b.ts";`],
    ["game-shared/state/a.ts", `import { schema } from "@colyseus/schema";`],
    [
      "game-shared/a.ts",
      `// new Date(), Math.random()\nconst text = "import x from 'zod'"; const t = \`Date.now()\`;`,
    ],
    [
      "game-shared/a.ts",
      "const a = Math.sin(1); const b = { Date: 1, window: 2 }; const c = b.Date + b.window;",
    ],
    ["game-shared/a.ts", "type Clock = () => Date; interface Page { document: Document }"],
    ["game-player/netcode/a.ts", "export function jitter(window: number) { return window * 2; }"],
    ["game-server/rooms/a.ts", `import { think } from "#bots/brain/think.ts"; const now = Date.now();`],
    [
      "game-client/session/a.ts",
      `import { signal } from "@preact/signals-core"; import { PlayerClient } from "#player/player-client.ts";`,
    ],
    ["game-player/a.ts", `import type { COMMANDS } from "#server/commands/table.ts";`],
    ["game-client/main.ts", `import { open } from "./transports/websocket.ts"; document.title = "";`],
    ["game-lab/netcode/a.ts", `import { ArenaRoom } from "#server/rooms/arena-room.ts";`],
    ["tests/unit/lab/a.test.ts", `import { mean } from "#lab/statistics.ts";`],
    ["vite.config.ts", "export default {};"],
  ])("passes in %s: %s", (path, source) => {
    expect(violations(path, source)).toEqual([]);
  });

  it("is told by where an import leads", () => {
    expect(resolveImport("game-client/ui/a.tsx", "../session/store.ts")).toBe("game-client/session/store.ts");
    expect(resolveImport("tests/unit/a.test.ts", "#shared/look.ts")).toBe("game-shared/look.ts");
    expect(resolveImport("game-client/a.ts", "@preact/signals-core/x")).toBe("npm:@preact/signals-core");
    expect(resolveImport("game-client/a.ts", "./icon.svg?raw")).toBe("game-client/icon.svg");
  });
});
