import type { Emote } from "#shared/talk.ts";
import { drawing, svgDocument } from "../../scenes/sprites/sources.ts";

/** Size (pixels) that the drawing is asked for; it scales. */
const SIZE = 96;

/** The drawing of an emote; what it is called stands at the control around it. */
export function EmotePicture({ name }: { name: Emote }) {
  return <img class="emote-picture" src={picture(name)} alt="" draggable={false} />;
}

function picture(name: Emote): string {
  const { inner, viewBox } = drawing(`emote-${name}`);
  return `data:image/svg+xml,${encodeURIComponent(svgDocument(inner, viewBox, SIZE, SIZE))}`;
}
