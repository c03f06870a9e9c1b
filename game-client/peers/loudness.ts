/** Up to here (tiles) a voice is as loud as it was said: a push's reach and a bit. */
const NEAR = 4;
/** From here on (tiles) it is not heard: most of what a wide screen shows. */
const FAR = 20;

/** How loud somebody at this distance (tiles) is, 0..1; nothing where the distance is not known. */
export function loudnessAt(distance: number | undefined): number {
  if (distance === undefined) return 0;
  const share = Math.min(1, Math.max(0, (FAR - distance) / (FAR - NEAR)));
  // Ears hear ratios: a straight line would sound as if nothing happened, and then everything at the end.
  return share * share;
}
