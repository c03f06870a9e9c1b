import type { Look } from "#shared/look.ts";
import { ANATOMY } from "./characters/anatomy.ts";
import { HATS, PATTERNS, type PaletteName, tonesOf } from "./palette.ts";
import { drawing, paintTones, scopeIds, svgDocument, type ViewBox } from "./sprites/sources.ts";

/** Room for the tallest hat; hundredths of a tile. */
const FRAME: ViewBox = { x: -66, y: -126, width: 132, height: 166 };
/** Direction of the gaze in a portrait (radians): towards the viewer, a little to the right. */
const GAZE = 1.05;

/**
 * A character as the text of an SVG element, the same drawings as in the match. It has no ids that clash
 * with other avatars in a document, and scales to any `size` (CSS pixels of its height).
 */
export function avatarSvg(look: Look, palette: PaletteName, size = 96): string {
  const tones = tonesOf(palette, look.color);
  const scope = `avatar-${palette}-${look.color}-${look.pattern}-${look.hat}`;
  const { bodyY, faceX, faceY, faceRestY, eyeGap, pupilX, pupilY, mouthY, hatY, footGap, footY } = ANATOMY;
  const dx = Math.cos(GAZE);
  const dy = Math.sin(GAZE);
  const x = dx * faceX;
  const y = bodyY + faceRestY + dy * faceY;
  const hat = HATS[look.hat] ?? "none";
  const parts = [
    part("shadow", 0, footY - 2, 0.8),
    part("foot", -footGap, footY),
    part("foot", footGap, footY),
    part("hand", -46, bodyY + 16),
    part("body", 0, bodyY),
    part(`pattern-${PATTERNS[look.pattern] ?? PATTERNS[0]}`, 0, bodyY),
    part("body-light", 0, bodyY),
    ...[-1, 1].map((side) => part("eye", x + side * eyeGap, y)),
    ...[-1, 1].map((side) => part("pupil", x + side * eyeGap + dx * pupilX, y + dy * pupilY)),
    part("mouth-smile", x, y + mouthY),
    hat === "none" ? "" : part(`hat-${hat}`, 0, bodyY + hatY),
    part("hand", 46, bodyY + 18),
  ];
  const inner = scopeIds(paintTones(parts.join(""), tones), scope);
  return svgDocument(inner, FRAME, Math.round((size * FRAME.width) / FRAME.height), size);
}

function part(name: string, x: number, y: number, scale = 1): string {
  return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale})">${drawing(name).inner}</g>`;
}
