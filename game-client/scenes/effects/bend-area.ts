/** A ring, or a part of one, on which the picture bends. Lengths in tiles, angles in radians. */
export interface BendBand {
  readonly x: number;
  readonly y: number;
  readonly aim: number;
  /** Half of the angle that is covered; pi or more for a full ring. */
  readonly half: number;
  /** Radius of the front, and how far to both sides of it the picture bends. */
  readonly radius: number;
  readonly reach: number;
}

/** An upright rectangle (tiles). */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const AXES = [0, Math.PI / 2, Math.PI, -Math.PI / 2] as const;

/** Writes the smallest rectangle around a band into `box`: nothing outside of it has to be drawn again. */
export function boundBand(band: BendBand, box: Box): void {
  const { x, y, aim, half } = band;
  const inner = Math.max(0, band.radius - band.reach);
  const outer = band.radius + band.reach;
  box.left = box.top = Number.POSITIVE_INFINITY;
  box.right = box.bottom = Number.NEGATIVE_INFINITY;
  const add = (angle: number, radius: number) => {
    const px = x + Math.cos(angle) * radius;
    const py = y + Math.sin(angle) * radius;
    box.left = Math.min(box.left, px);
    box.right = Math.max(box.right, px);
    box.top = Math.min(box.top, py);
    box.bottom = Math.max(box.bottom, py);
  };
  if (half < Math.PI) {
    for (const angle of [aim - half, aim + half]) {
      add(angle, inner);
      add(angle, outer);
    }
  }
  for (const axis of AXES) {
    const off = Math.atan2(Math.sin(axis - aim), Math.cos(axis - aim));
    if (Math.abs(off) <= half) add(axis, outer);
  }
}
