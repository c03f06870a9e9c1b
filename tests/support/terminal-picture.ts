import jsqr from "jsqr";

/** Pixels of a module: readers of pictures want more than one. */
const SCALE = 4;

/** What a terminal with a dark ground shows of lines of blocks, as RGBA: each character is two modules, one above the other. */
function bitmapOf(lines: string): { pixels: Uint8ClampedArray; width: number; height: number } {
  const rows = lines.split("\n").flatMap((line) => {
    const top = [...line].map((block) => block === "█" || block === "▀");
    const bottom = [...line].map((block) => block === "█" || block === "▄");
    return [top, bottom];
  });
  const width = Math.max(...rows.map((row) => row.length)) * SCALE;
  const height = rows.length * SCALE;
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const light = rows[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)] ? 255 : 0;
      pixels.set([light, light, light, 255], (y * width + x) * 4);
    }
  }
  return { pixels, width, height };
}

/** What the QR code says that a terminal shows; undefined when nobody could read it. */
export function readTerminalCode(lines: string): string | undefined {
  const { pixels, width, height } = bitmapOf(lines);
  return jsqr.default(pixels, width, height)?.data;
}
