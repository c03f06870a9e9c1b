import type Phaser from "phaser";

type Shaped = Phaser.GameObjects.Image | Phaser.GameObjects.Container;

/**
 * Gives a new object of the picture all the fields that it will ever have, in one order, and returns it at rest.
 *
 * Phaser adds such a field when it is first set. Without this, objects of one class have their fields in dozens of orders, and V8 reads
 * numbers without a new one on the heap for each only while it meets few orders. A number that is whole at first and broken later
 * makes another order, hence the halves; depths stay whole. A `#private` field of a class derived from one of Phaser's makes V8 keep
 * all fields of its objects in a table, which costs the same: such classes say `private` instead.
 */
export function giveShape<T extends Shaped>(object: T): T {
  for (const [place, size] of [
    [0.5, 0.5],
    [0, 1],
  ] as const) {
    object.setPosition(place, place).setRotation(place).setScale(size).setAlpha(size).setScrollFactor(size);
  }
  object.setDepth(0).setVisible(true);
  return object;
}

/** The depth of what stands at a height of the arena (tiles): whole, because numbers that are cost nothing to sort by. */
export function depthAt(y: number): number {
  return Math.round(y * 1000);
}
