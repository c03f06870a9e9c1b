/** Where the small map of a large arena lies, in the lower left corner of the window. */
export interface MapPlace {
  /** The longer side of the map. */
  readonly side: number;
  /** From the left side of the window. */
  readonly left: number;
  /** From the lower side of the window. */
  readonly above: number;
}

/** Over what the page has in that corner: its own things, the bar of whoever watches, the stick of the left thumb. CSS pixels. */
const MAP_PLACES = {
  corner: { side: 150, left: 14, above: 78 },
  bar: { side: 150, left: 14, above: 142 },
  stick: { side: 112, left: 14, above: 166 },
} as const satisfies Record<string, MapPlace>;

/** The place of the map, for somebody who watches or plays, and for a window with sticks for thumbs or without. */
export function mapPlace(watches: boolean, byTouch: boolean): MapPlace {
  if (byTouch) return MAP_PLACES.stick;
  return watches ? MAP_PLACES.bar : MAP_PLACES.corner;
}
