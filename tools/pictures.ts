/**
 * Draws the pictures of the arenas for the README, the tiles for Tiled, and what browsers, telephones and link previews show of the game into `assets/public`, from the sprites and the font of
 * the page: `npm run pictures` after a change to any of them. Needs Chromium, as the browser tests do.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { createServer } from "vite";
import { z } from "zod";
import { loadArenas } from "#server/arenas.ts";
import { pictureOf } from "./arena-picture.ts";
import { ensureChromium } from "./chromium.ts";
import { icoOf } from "./ico.ts";

const root = join(import.meta.dirname, "..");
const out = join(root, "assets/public");
const FONT = "node_modules/@fontsource-variable/fredoka/files/fredoka-latin-wght-normal.woff2";
const sprite = (name: string): Promise<string> => readFile(join(root, `assets/sprites/${name}.svg`), "utf8");

/** The module of the page that draws characters; it reads the sprites in ways that only Vite knows. */
const Drawing = z.object({
  avatarSvg: z.custom<(look: object, palette: string, size: number) => string>(
    (it) => typeof it === "function",
  ),
});
const vite = await createServer({
  root: join(root, "game-client"),
  configFile: join(root, "vite.config.ts"),
  server: { middlewareMode: true, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
  logLevel: "error",
});
const { avatarSvg } = Drawing.parse(await vite.ssrLoadModule("/scenes/avatar-svg.ts"));
const character = (color: number, pattern: number, hat: number, size: number): string =>
  avatarSvg({ color, pattern, hat }, "vivid", size);

const SKY =
  '<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#3f9bff"/><stop offset=".5" stop-color="#1f5fd6"/><stop offset="1" stop-color="#0d2a6b"/></linearGradient>';
const WAVES = "M376 176q52 80 0 160M426 138q78 118 0 236";

/** The sign of the game: its mascot, and the push that leaves it. */
const SIGN = `<svg x="14" y="-39" width="350" height="440">${character(9, 0, 0, 440)}</svg>
<g fill="none" stroke-linecap="round"><path d="${WAVES}" stroke="#0b1b3f" stroke-width="48"/><path d="${WAVES}" stroke="#fff" stroke-width="24"/></g>`;
const onSky = (
  sign: string,
): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><defs>${SKY}</defs>
<rect width="512" height="512" fill="url(#sky)"/>
${sign}
</svg>`;
const icon = onSky(SIGN);
/** For systems that cut icons to a shape of theirs: all of the sign is within the circle that each of them leaves. */
const maskable = onSky(`<g transform="translate(72 72) scale(.72)">${SIGN}</g>`);

/** The name as it stands in the menu. */
const LETTERS = [
  ["P", 92, 150, -3],
  ["U", 214, 147, 2],
  ["S", 332, 150, -2],
  ["H", 454, 148, 2],
  ["B", 322, 306, 5],
  ["A", 446, 302, 10],
  ["C", 571, 308, 18],
  ["K", 698, 326, 31],
] as const;
const logo = `<svg class="logo" viewBox="0 0 800 380">${LETTERS.map(
  ([letter, x, y, turn], index) =>
    `<g transform="translate(${x} ${y}) rotate(${turn})"><text y="12" stroke-width="26">${letter}</text>` +
    `<text stroke-width="20" style="fill:${index < 4 ? "#fff" : "#ffd23f"}">${letter}</text></g>`,
).join("")}<g fill="none" stroke-linecap="round">${["#0b1b3f", "#fff"]
  .map(
    (ink, index) =>
      `<path d="M170 226q20 34 0 68M196 206q34 54 0 108M224 188q46 72 0 144" stroke="${ink}" stroke-width="${index === 0 ? 26 : 12}"/>`,
  )
  .join("")}</g><svg x="8" y="190" width="145" height="165">${character(9, 0, 0, 165)}</svg></svg>`;

const font = (await readFile(join(root, FONT))).toString("base64");
const page = (body: string): string => `<!doctype html><style>
@font-face { font-family: Fredoka; src: url(data:font/woff2;base64,${font}); font-weight: 300 700; }
* { margin: 0; } html, body { width: 100%; height: 100%; overflow: hidden; }
body > svg { display: block; width: 100%; height: 100%; } body > :not(:first-child) { position: absolute; }
text { font: 700 168px Fredoka; text-anchor: middle; paint-order: stroke; stroke-linejoin: round; stroke: #0b1b3f; fill: #0b1b3f; }
p { font: 600 40px Fredoka; color: #fff; text-shadow: 0 3px 0 #0b1b3f; }
</style>${body}`;

const at = (svg: string, left: number, top: number, size: number, turn = 0): string =>
  `<div style="left:${left}px;top:${top}px;width:${size}px;transform:rotate(${turn}deg)">${svg}</div>`;
const sized = (svg: string, width: number): string => svg.replace("<svg", `<svg width="${width}"`);

/** What a link looks like in a chat, 1200 x 630 as the networks ask for. */
const preview = page(
  [
    `<svg viewBox="0 0 1200 630" preserveAspectRatio="none"><defs>${SKY}</defs><rect width="1200" height="630" fill="url(#sky)"/></svg>`,
    at(sized(await sprite("cloud-1"), 320), 190, 540, 320),
    at(sized(await sprite("cloud-2"), 260), 900, 40, 260),
    at(sized(await sprite("islet-1"), 480), 640, 240, 480),
    at(sized(await sprite("islet-2"), 170), 1010, 480, 170),
    at(character(4, 1, 4, 190), 690, 210, 190),
    at(character(0, 2, 2, 190), 890, 200, 190, 12),
    at(character(2, 4, 1, 170), 1040, 270, 170, 52),
    at(logo, 60, 70, 600),
    `<p style="left:70px;top:400px;width:560px;line-height:1.2">Shove your friends<br>off floating islands</p>`,
    `<p style="left:70px;top:520px;font-size:30px;color:#ffd23f">Open the link and play</p>`,
  ].join(""),
);

async function draw(browserPage: Page, content: string, width: number, height: number): Promise<Buffer> {
  await browserPage.setViewportSize({ width, height });
  await browserPage.setContent(content);
  await browserPage.evaluate(() => document.fonts.ready);
  return browserPage.screenshot({ omitBackground: true });
}

const arenaPictures = join(root, "docs/images/arenas");
await mkdir(arenaPictures, { recursive: true });
for (const arena of loadArenas().values()) {
  await writeFile(join(arenaPictures, `${arena.id}.svg`), pictureOf(arena));
}
const tiles = await readFile(join(root, "assets/arenas/tiles.svg"), "utf8");

await mkdir(out, { recursive: true });
const browser = await chromium.launch({ executablePath: ensureChromium(), chromiumSandbox: false });
try {
  const tab = await browser.newPage();
  const iconOf = (size: number): Promise<Buffer> => draw(tab, page(icon), size, size);
  await writeFile(join(out, "icon.svg"), icon);
  await writeFile(join(out, "apple-touch-icon.png"), await iconOf(180));
  for (const size of [192, 512]) await writeFile(join(out, `icon-${size}.png`), await iconOf(size));
  await writeFile(join(out, "icon-maskable-512.png"), await draw(tab, page(maskable), 512, 512));
  const small = [];
  for (const size of [16, 32, 48]) small.push({ size, png: await iconOf(size) });
  await writeFile(join(out, "favicon.ico"), icoOf(small));
  await writeFile(join(out, "logo.png"), await draw(tab, page(logo), 640, 304));
  const sheet = `<style>* { margin: 0; } svg { display: block; }</style>${tiles}`;
  await writeFile(join(root, "assets/arenas/tiles.png"), await draw(tab, sheet, 320, 320));
  await writeFile(join(out, "share.png"), await draw(tab, preview, 1200, 630));
} finally {
  await browser.close();
  await vite.close();
}
console.log("The pictures are drawn: assets/public, assets/arenas/tiles.png and docs/images/arenas");
