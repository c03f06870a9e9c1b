/**
 * A kind of thing in the sky: how many, how far (0 stands still on screen, 1 is at the island), how fast
 * (tiles/s), how large. `low` things keep to the lower part of the window, where they make a sea of clouds.
 */
export interface Kind {
  readonly sprite: string;
  readonly count: number;
  readonly depth: readonly [number, number];
  readonly drift: number;
  readonly size: readonly [number, number];
  readonly alpha: number;
  readonly themed: boolean;
  readonly low?: boolean;
}

/** All that drifts by, what is farthest first. */
export const KINDS: readonly Kind[] = [
  { sprite: "glint", count: 26, depth: [0.02, 0.05], drift: 0, size: [0.5, 1.3], alpha: 0.75, themed: false },
  {
    sprite: "cloud-3",
    count: 8,
    depth: [0.05, 0.08],
    drift: 0.05,
    size: [0.9, 1.5],
    alpha: 0.28,
    themed: true,
  },
  {
    sprite: "cloud-1",
    count: 8,
    depth: [0.05, 0.07],
    drift: 0.07,
    size: [2.6, 3.6],
    alpha: 0.2,
    themed: true,
    low: true,
  },
  { sprite: "islet-2", count: 4, depth: [0.1, 0.16], drift: 0, size: [0.7, 1], alpha: 0.8, themed: true },
  {
    sprite: "cloud-2",
    count: 8,
    depth: [0.12, 0.18],
    drift: 0.12,
    size: [1, 1.6],
    alpha: 0.42,
    themed: true,
  },
  {
    sprite: "cloud-1",
    count: 7,
    depth: [0.12, 0.16],
    drift: 0.14,
    size: [2, 2.8],
    alpha: 0.34,
    themed: true,
    low: true,
  },
  { sprite: "islet-1", count: 4, depth: [0.2, 0.28], drift: 0, size: [0.9, 1.4], alpha: 0.95, themed: true },
  {
    sprite: "cloud-1",
    count: 5,
    depth: [0.3, 0.45],
    drift: 0.22,
    size: [1.1, 1.8],
    alpha: 0.6,
    themed: true,
  },
  { sprite: "bird", count: 5, depth: [0.3, 0.4], drift: 0.9, size: [0.7, 1.1], alpha: 0.85, themed: false },
];
