import Phaser from "phaser";

/** An image that costs nothing to draw while it is out of sight: Phaser draws whatever is visible. */
export class CulledImage extends Phaser.GameObjects.Image {
  override willRender(camera: Phaser.Cameras.Scene2D.Camera): boolean {
    if (!super.willRender(camera)) return false;
    // What is in a container is placed within that.
    if (this.parentContainer) return true;
    const { x, y, width, height, scaleX, scaleY } = this;
    const across = (Math.abs(this.originX - 0.5) + 0.5) * width * scaleX;
    const down = (Math.abs(this.originY - 0.5) + 0.5) * height * scaleY;
    const reach = Math.sqrt(across * across + down * down);
    // As `reachesSight` does, whose arguments would be boxed here for each picture and frame.
    const sight = camera.worldView;
    if (x + reach < sight.x || y + reach < sight.y) return false;
    return x - reach <= sight.x + sight.width && y - reach <= sight.y + sight.height;
  }
}
