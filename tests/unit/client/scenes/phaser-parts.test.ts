import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseSync } from "vite";
import { describe, expect, it } from "vitest";
import { PHASER_PARTS, SCENE_PARTS } from "../../../../tools/slim-phaser.ts";
import { ROOT } from "../../../support/layers/project-files.ts";

/** What a scene has only when the file that adds it is loaded. */
const ADDED = [
  "add",
  "cameras",
  "data",
  "input",
  "lights",
  "load",
  "make",
  "physics",
  "scene",
  "sound",
  "time",
  "tweens",
];

/** The chains of names in a source, without those of types: `["Phaser", "Scale", "NONE"]`. */
function chainsOf(path: string, source: string): string[][] {
  const chains: string[][] = [];
  visit(parseSync(path, source).program, chains);
  return chains;
}

function visit(node: unknown, chains: string[][]): void {
  if (typeof node !== "object" || node === null) return;
  const chain = chainOf(node);
  if (chain !== undefined) chains.push(chain);
  else for (const child of Object.values(node)) visit(child, chains);
}

/** `a.b.c` as names; undefined for everything else. `this.#kit.scene` begins with "this". */
function chainOf(node: object): string[] | undefined {
  if (!("type" in node)) return undefined;
  if (node.type === "ThisExpression") return ["this"];
  if (node.type === "Identifier" && "name" in node) return [String(node.name)];
  if (node.type !== "MemberExpression" || !("object" in node) || !("property" in node)) return undefined;
  const { object, property } = node;
  if (typeof object !== "object" || object === null || typeof property !== "object" || property === null)
    return undefined;
  const front = chainOf(object);
  return front && "name" in property ? [...front, String(property.name)] : undefined;
}

/** Every use of Phaser in a source that the table does not have. */
function missingIn(path: string, source: string): string[] {
  const chains = chainsOf(path, source);
  const values = chains
    .filter(([first, ...rest]) => first === "Phaser" && rest.length > 0)
    .map(([, ...rest]) => rest.join("."))
    .filter(
      (name) => !Object.keys(PHASER_PARTS).some((part) => name === part || name.startsWith(`${part}.`)),
    );
  const isScene = /\bextends Phaser\.Scene\b/.test(source);
  const ofScenes = chains
    .map((chain) => {
      const at = chain[0] === "this" && isScene ? 0 : chain.lastIndexOf("scene", chain.length - 2);
      return at < 0 ? [] : chain.slice(at + 1);
    })
    .filter(([name = ""]) => ADDED.includes(name))
    .map(([name = "", member]) => (name === "add" ? `add.${member}` : name))
    .filter((name) => !(name in SCENE_PARTS));
  return [...values.map((name) => `Phaser.${name}`), ...ofScenes.map((name) => `scene.${name}`)];
}

describe("the parts of Phaser in the built page", () => {
  it("are all that the page uses", async () => {
    const missing: string[] = [];
    const used = new Set<string>();
    for await (const path of glob("game-client/scenes/**/*.ts", { cwd: ROOT })) {
      const source = await readFile(join(ROOT, path), "utf8");
      missing.push(...missingIn(path, source).map((name) => `${path}: ${name}`));
      for (const [first, ...rest] of chainsOf(path, source)) if (first === "Phaser") used.add(rest.join("."));
    }
    expect(missing, "enter them in tools/slim-phaser.ts").toEqual([]);
    expect(
      Object.keys(PHASER_PARTS).filter((part) => !used.has(part)),
      "parts that nothing uses",
    ).toEqual([]);
  });

  it("are missed when they are used and not there", () => {
    const source = `import Phaser from "phaser";
      class Stage extends Phaser.Scene {
        create(): Phaser.GameObjects.Text {
          this.tweens.add({});
          this.add.graphics();
          return new Phaser.GameObjects.Text(this, 0, 0, "", {});
        }
      }
      const later = (kit: Kit) => kit.scene.time.delayedCall(1, () => kit.scene.add.layer());`;
    expect(missingIn("stage.ts", source)).toEqual([
      "Phaser.GameObjects.Text",
      "scene.tweens",
      "scene.add.graphics",
      "scene.time",
    ]);
  });
});
