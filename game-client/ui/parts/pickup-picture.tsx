import type { PickupName } from "#shared/simulation/pickups/table.ts";
import { drawing, svgDocument } from "../../scenes/sprites/sources.ts";

/** Pixels of a drawing's side: more than it is shown with anywhere. */
const SIDE = 96;
/** Pictures that were drawn once. */
const pictures = new Map<PickupName, string>();

/** The drawing of a pickup, as it lies on the ground. A picture only: its name stands beside it. */
export function PickupPicture({ pickup }: { pickup: PickupName }) {
  return <img class="pickup-picture" src={picture(pickup)} alt="" draggable={false} decoding="sync" />;
}

function picture(pickup: PickupName): string {
  const known = pictures.get(pickup);
  if (known !== undefined) return known;
  const { inner, viewBox } = drawing(`pickup-${pickup}`);
  const url = `data:image/svg+xml,${encodeURIComponent(svgDocument(inner, viewBox, SIDE, SIDE))}`;
  pictures.set(pickup, url);
  return url;
}
