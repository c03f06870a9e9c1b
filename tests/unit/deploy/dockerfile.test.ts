import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, matchesGlob } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { PAGE_SOURCES } from "../../../tools/client-build.ts";
import { readCompose, readDeploy } from "../../support/deploy-files.ts";
import { ROOT } from "../../support/layers/project-files.ts";

const Manifest = z.object({
  scripts: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
});
const manifest = Manifest.parse(JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")));
/** Instructions, a line each. */
const lines = (await readDeploy("Dockerfile"))
  .replaceAll("\\\n", " ")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));
const all = (instruction: string) =>
  lines
    .filter((line) => line.startsWith(`${instruction} `))
    .map((line) => line.slice(instruction.length).trim());

describe("the Dockerfile", () => {
  it("copies what is there", () => {
    const copied = all("COPY").filter((words) => !words.startsWith("--from"));
    const sources = copied.flatMap((words) => words.split(/\s+/).slice(0, -1));
    expect(sources).toContain("package-lock.json");
    expect(sources.filter((source) => !existsSync(join(ROOT, source)))).toEqual([]);
  });

  it("installs by the lock file, and builds by an npm script", () => {
    const run = all("RUN").join(" && ");
    expect(run).toMatch(/\bnpm ci\b/);
    const scripts = [...run.matchAll(/npm run (\S+)/g)].map(([, script = ""]) => script);
    expect(scripts).toEqual(["build"]);
    expect(scripts.filter((script) => !(script in manifest.scripts))).toEqual([]);
  });

  it("starts what npm start does, as nobody in particular", () => {
    expect(JSON.parse(all("CMD").join()).join(" ")).toBe(manifest.scripts.start);
    expect(all("USER")).toEqual(["node"]);
    expect(lines.findIndex((line) => line.startsWith("USER "))).toBeLessThan(
      lines.findIndex((line) => line.startsWith("CMD ")),
    );
  });

  it("asks the server itself how it is", () => {
    expect(all("HEALTHCHECK").join()).toContain("/healthz/live`");
  });

  it("brings the Node that the project brings", () => {
    const [major] = (manifest.dependencies.node ?? "").split(".");
    expect(all("FROM").map((from) => from.split(" ")[0])).toEqual([
      `node:${major}-slim`,
      `node:${major}-slim`,
    ]);
  });
});

describe("an image", async () => {
  const compose = [await readCompose("compose.yaml"), await readCompose("compose.cluster.yaml")];
  const inCompose = compose.flatMap(({ services }) => Object.values(services).map(({ image }) => image));
  const inPods = ["kubernetes/pushback.yaml", "kubernetes/redis.yaml"].map(async (file) =>
    [...(await readDeploy(file)).matchAll(/^ +image: (\S+)$/gm)].map(([, image = ""]) => image),
  );
  const images = [...all("FROM"), ...inCompose, ...(await Promise.all(inPods)).flat()];

  it("is named without a registry", () => {
    expect(images.length).toBeGreaterThan(6);
    expect(images.filter((image) => !/^[a-z-]+(:[\w.-]+)?( AS \w+)?$/.test(image))).toEqual([]);
  });
});

describe("what the image leaves out", async () => {
  const ignored = (await readDeploy("Dockerfile.dockerignore"))
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));

  it("is nothing of which the page is made: the server would build it again", () => {
    const folders = PAGE_SOURCES.map((source) => source.split("/")[0] ?? "");
    expect(ignored.filter((pattern) => folders.some((folder) => matchesGlob(folder, pattern)))).toEqual([]);
  });

  it("is all that git ignores there", async () => {
    const local = (await readFile(join(ROOT, ".gitignore"), "utf8")).match(/^\w+(?=\/$)/gm) ?? [];
    expect(local).toContain("node_modules");
    expect(local.filter((folder) => !ignored.includes(folder))).toEqual([]);
  });
});
