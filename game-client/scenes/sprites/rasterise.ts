import type Phaser from "phaser";

/** Renders the text of an SVG document to pixels. Throws when the browser cannot read it. */
export async function rasterise(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

/**
 * A transparent canvas and its context, sizes in pixels. It is painted by the processor: with a slow or emulated
 * graphics card, painting there blocks the page for seconds, and elsewhere it is painted only once anyway.
 */
export function createCanvas(width: number, height: number) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("The browser gave no 2D canvas to paint on");
  return { canvas, context };
}

/** Hands a canvas to a game as a texture. Throws when the key is taken. */
export function addTexture(
  textures: Phaser.Textures.TextureManager,
  key: string,
  canvas: HTMLCanvasElement,
): Phaser.Textures.Texture {
  const texture = textures.create(key, canvas, canvas.width, canvas.height);
  if (!texture) throw new Error(`The texture "${key}" exists already`);
  texture.add("__BASE", 0, 0, 0, canvas.width, canvas.height);
  return texture;
}
