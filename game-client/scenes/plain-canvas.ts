import Phaser from "phaser";

type Renderer = Phaser.Renderer.Canvas.CanvasRenderer;

declare global {
  namespace Phaser.GameObjects {
    interface Image {
      /** The part that is shown of a cropped picture: where it is in the drawing, and in the texture (pixels). */
      _crop: { x: number; y: number; cx: number; cy: number; cw: number; ch: number };
    }
  }
}

/** Draws most pictures on a canvas with less than Phaser does: no state is kept, and hardly a number put on the heap. */
export function usePlainCanvas(renderer: Renderer): void {
  const whole = renderer.batchSprite.bind(renderer);
  renderer.batchSprite = (sprite, frame, camera, parent) => {
    if (sprite instanceof Phaser.GameObjects.Image && isPlain(sprite, frame, camera))
      draw(renderer.currentContext, sprite, frame, camera, parent);
    else whole(sprite, frame, camera, parent);
  };
}

/** Whether a picture is upright, unmasked and drawn as it is: nearly all of them are. */
function isPlain(
  { flipX, flipY, mask, blendMode }: Phaser.GameObjects.Image,
  { source, cutWidth, cutHeight }: Phaser.Textures.Frame,
  camera: Phaser.Cameras.Scene2D.Camera,
): boolean {
  return (
    !flipX &&
    !flipY &&
    !mask &&
    blendMode === Phaser.BlendModes.NORMAL &&
    source.resolution === 1 &&
    source.scaleMode === Phaser.ScaleModes.DEFAULT &&
    cutWidth > 0 &&
    cutHeight > 0 &&
    !camera.roundPixels
  );
}

/**
 * As Phaser places a picture: camera, then container, then the picture itself. Its own corner becomes part of that, for what is handed
 * to the canvas as a broken number is a new one on the heap.
 */
function draw(
  context: CanvasRenderingContext2D,
  sprite: Phaser.GameObjects.Image,
  frame: Phaser.Textures.Frame,
  camera: Phaser.Cameras.Scene2D.Camera,
  parent: Phaser.GameObjects.Components.TransformMatrix | undefined,
): void {
  const alpha = camera.alpha * sprite.alpha;
  const { image } = frame.source;
  if (alpha === 0 || image === null) return;
  const view = camera.matrixCombined.matrix;
  const away = camera.scrollX * (1 - sprite.scrollFactorX);
  const below = camera.scrollY * (1 - sprite.scrollFactorY);
  const m0 = view[0] ?? 1;
  const m1 = view[1] ?? 0;
  const m2 = view[2] ?? 0;
  const m3 = view[3] ?? 1;
  let a = m0;
  let b = m1;
  let c = m2;
  let d = m3;
  let e = m0 * away + m2 * below + (view[4] ?? 0);
  let f = m1 * away + m3 * below + (view[5] ?? 0);
  if (parent !== undefined) {
    const inside = parent.matrix;
    const n0 = inside[0] ?? 1;
    const n1 = inside[1] ?? 0;
    const n2 = inside[2] ?? 0;
    const n3 = inside[3] ?? 1;
    const n4 = inside[4] ?? 0;
    const n5 = inside[5] ?? 0;
    a = n0 * m0 + n1 * m2;
    b = n0 * m1 + n1 * m3;
    c = n2 * m0 + n3 * m2;
    d = n2 * m1 + n3 * m3;
    e += n4 * m0 + n5 * m2;
    f += n4 * m1 + n5 * m3;
  }
  const { x, y, rotation, scaleX, scaleY } = sprite;
  const cos = Math.cos(rotation);
  const sin = Math.sin(rotation);
  const toX = a * cos + c * sin;
  const toY = b * cos + d * sin;
  const downX = c * cos - a * sin;
  const downY = d * cos - b * sin;
  const crop = sprite.isCropped ? sprite._crop : undefined;
  const left = ((crop ?? frame).x - sprite.displayOriginX) * scaleX;
  const top = ((crop ?? frame).y - sprite.displayOriginY) * scaleY;
  // Whoever draws next says where and how, so only what is not said by all is put back.
  context.setTransform(
    toX * scaleX,
    toY * scaleX,
    downX * scaleY,
    downY * scaleY,
    a * x + c * y + e + toX * left + downX * top,
    b * x + d * y + f + toY * left + downY * top,
  );
  if (alpha !== 1) context.globalAlpha = alpha;
  if (crop === undefined) {
    const { cutX, cutY, cutWidth, cutHeight } = frame;
    context.drawImage(image, cutX, cutY, cutWidth, cutHeight, 0, 0, cutWidth, cutHeight);
  } else if (crop.cw > 0 && crop.ch > 0) {
    context.drawImage(image, crop.cx, crop.cy, crop.cw, crop.ch, 0, 0, crop.cw, crop.ch);
  }
  if (alpha !== 1) context.globalAlpha = 1;
}
