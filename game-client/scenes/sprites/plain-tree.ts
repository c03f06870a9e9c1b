import Phaser from "phaser";

type Renderer = Phaser.Renderer.Canvas.CanvasRenderer;
type Camera = Phaser.Cameras.Scene2D.Camera;
type Matrix = Phaser.GameObjects.Components.TransformMatrix;

declare global {
  namespace Phaser.GameObjects {
    /** What all that lies in a layer or in a container has of Phaser besides what its types say. */
    interface GameObject {
      blendMode: Phaser.BlendModes | string | number;
      depth: number;
      renderCanvas(renderer: Renderer, self: GameObject, camera: Camera, parent?: Matrix): void;
    }
  }
}

/**
 * Lets a layer draw its children on a canvas without what no child needs here: Phaser sets the alpha of each for the one of its layer,
 * and back, and sorts by lists that it makes anew.
 */
export function drawPlainly(layer: Phaser.GameObjects.Layer): void {
  layer.depthSort = () => {
    if (layer.sortChildrenFlag) sortByDepth(layer.list);
    layer.sortChildrenFlag = false;
  };
  const whole = layer.renderCanvas.bind(layer);
  layer.renderCanvas = (renderer, self, camera) => {
    if (layer.alpha !== 1 || layer.blendMode !== Phaser.BlendModes.SKIP_CHECK) {
      whole(renderer, self, camera);
      return;
    }
    layer.depthSort();
    drawAll(layer.list, renderer, camera);
  };
}

/** A container that does the same with its children while it is opaque and goes with the camera. */
export class PlainContainer extends Phaser.GameObjects.Container {
  override renderCanvas(
    renderer: Renderer,
    self: Phaser.GameObjects.GameObject,
    camera: Camera,
    parent?: Matrix,
  ): void {
    const isPlain = this.alpha === 1 && this.scrollFactorX === 1 && this.scrollFactorY === 1;
    if (!isPlain || this.blendMode !== Phaser.BlendModes.SKIP_CHECK) {
      super.renderCanvas(renderer, self, camera, parent);
      return;
    }
    const { localTransform } = this;
    if (parent === undefined) {
      localTransform.applyITRS(this.x, this.y, this.rotation, this.scaleX, this.scaleY);
    } else {
      localTransform.loadIdentity();
      localTransform.multiply(parent);
      localTransform.translate(this.x, this.y);
      localTransform.rotate(this.rotation);
      localTransform.scale(this.scaleX, this.scaleY);
    }
    drawAll(this.list, renderer, camera, localTransform);
  }
}

function drawAll(
  list: readonly Phaser.GameObjects.GameObject[],
  renderer: Renderer,
  camera: Camera,
  parent?: Matrix,
): void {
  for (let i = 0; i < list.length; i++) {
    const child = list[i];
    if (child === undefined || !child.willRender(camera)) continue;
    child.renderCanvas(renderer, child, camera, parent);
  }
}

/** Sorts what is nearly sorted, as it is from frame to frame: those of one depth stay in their order. */
function sortByDepth(list: Phaser.GameObjects.GameObject[]): void {
  for (let i = 1; i < list.length; i++) {
    const moved = list[i];
    if (moved === undefined) continue;
    const { depth } = moved;
    let at = i;
    for (; at > 0; at--) {
      const before = list[at - 1];
      if (before === undefined || before.depth <= depth) break;
      list[at] = before;
    }
    list[at] = moved;
  }
}
