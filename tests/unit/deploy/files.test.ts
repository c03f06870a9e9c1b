import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { readDeploy, readYaml } from "../../support/deploy-files.ts";
import { ROOT } from "../../support/layers/project-files.ts";

/** What each installation writes for itself, and git ignores. */
const OWN = [".env", "kubernetes/secret.env"];
const FOLDER = join(ROOT, "deploy");

describe("deploy", async () => {
  const entries = await readdir(FOLDER, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(FOLDER, join(entry.parentPath, entry.name)))
    .filter((path) => !OWN.includes(path));

  it("says in its README of each file what it is for", async () => {
    const readme = await readDeploy("README.md");
    const named = files.filter((path) => readme.includes(`](${path})`));
    expect(files.filter((path) => !named.includes(path))).toEqual(["README.md"]);
  });

  const yaml = files.filter((path) => path.endsWith(".yaml"));
  it.each(yaml)("has YAML in %s", async (path) => {
    const documents = await readYaml(path);
    expect(documents.length).toBeGreaterThan(0);
    for (const document of documents) expect(document).toEqual(expect.any(Object));
  });

  it("keeps what each installation writes for itself out of git", async () => {
    const ignored = (await readFile(join(ROOT, ".gitignore"), "utf8")).split("\n");
    expect(OWN.filter((path) => !ignored.includes(`deploy/${path}`))).toEqual([]);
  });
});
