import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ROOT } from "../../support/layers/project-files.ts";

const Picture = z.object({ src: z.string(), sizes: z.string(), type: z.string() });
const Manifest = z.object({
  name: z.string().min(1),
  // Longer ones are cut below an icon.
  short_name: z.string().min(1).max(12),
  description: z.string().min(1),
  // Relative, so that the page can be installed from any path.
  start_url: z.literal("./"),
  scope: z.literal("./"),
  display: z.enum(["fullscreen", "standalone"]),
  background_color: z.string(),
  theme_color: z.string(),
  icons: z.array(Picture.extend({ purpose: z.enum(["any", "maskable"]).default("any") })),
  screenshots: z.array(Picture.extend({ form_factor: z.enum(["wide", "narrow"]), label: z.string() })),
});

const file = (path: string) => readFile(join(ROOT, path));
const manifest = Manifest.parse(JSON.parse(String(await file("assets/public/manifest.webmanifest"))));
const { icons, screenshots } = manifest;

describe("what browsers install the page by", () => {
  it("has pictures of the size that it says", async () => {
    for (const { src, sizes, type } of [...icons, ...screenshots]) {
      const content = await file(`assets/public/${src}`);
      if (type !== "image/png") continue;
      expect(`${content.readUInt32BE(16)}x${content.readUInt32BE(20)}`, src).toBe(sizes);
    }
  });

  it("has the sizes that Chromium asks for, and an icon of its own to be cut to a shape", () => {
    const plain = icons.filter(({ purpose }) => purpose === "any");
    expect(plain.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(["192x192", "512x512"]));
    const [maskable] = icons.filter(({ purpose }) => purpose === "maskable");
    expect(maskable?.sizes).toBe("512x512");
    expect(plain.map(({ src }) => src)).not.toContain(maskable?.src);
  });

  it("has the colour of the page", async () => {
    const html = String(await file("game-client/index.html"));
    expect(html).toContain(`name="theme-color" content="${manifest.theme_color}"`);
    expect(manifest.background_color).toBe(manifest.theme_color);
  });
});
