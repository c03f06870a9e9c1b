/** A corner of an outline, in tiles. */
export interface Corner {
  readonly x: number;
  readonly y: number;
}

interface Edge {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  used: boolean;
}

/**
 * The closed outlines of all tiles for which `solid` holds, clockwise around the tiles and counter-clockwise
 * around holes. Each is a list of its corners; tiles that touch at a corner only are kept apart.
 */
export function traceOutlines(
  width: number,
  height: number,
  solid: (column: number, row: number) => boolean,
): Corner[][] {
  const edges = collectEdges(width, height, solid);
  const byStart = new Map<number, Edge[]>();
  const key = (x: number, y: number) => y * (width + 1) + x;
  for (const edge of edges) {
    const list = byStart.get(key(edge.x, edge.y));
    if (list) list.push(edge);
    else byStart.set(key(edge.x, edge.y), [edge]);
  }
  const loops: Corner[][] = [];
  for (const first of edges) {
    if (first.used) continue;
    const corners: Corner[] = [];
    let edge = first;
    do {
      edge.used = true;
      const next = follow(edge, byStart.get(key(edge.x + edge.dx, edge.y + edge.dy)) ?? [], first);
      if (next.dx !== edge.dx || next.dy !== edge.dy) corners.push({ x: next.x, y: next.y });
      edge = next;
    } while (edge !== first);
    loops.push(corners);
  }
  return loops;
}

function collectEdges(
  width: number,
  height: number,
  solid: (column: number, row: number) => boolean,
): Edge[] {
  const edges: Edge[] = [];
  for (let r = 0; r < height; r++) {
    for (let c = 0; c < width; c++) {
      if (!solid(c, r)) continue;
      if (!solid(c, r - 1)) edges.push({ x: c, y: r, dx: 1, dy: 0, used: false });
      if (!solid(c + 1, r)) edges.push({ x: c + 1, y: r, dx: 0, dy: 1, used: false });
      if (!solid(c, r + 1)) edges.push({ x: c + 1, y: r + 1, dx: -1, dy: 0, used: false });
      if (!solid(c - 1, r)) edges.push({ x: c, y: r + 1, dx: 0, dy: -1, used: false });
    }
  }
  return edges;
}

/** Where two outlines meet in a point, the right turn stays with the same tile. */
function follow(edge: Edge, candidates: readonly Edge[], first: Edge): Edge {
  const open = candidates.filter((candidate) => !candidate.used || candidate === first);
  const right = open.find((candidate) => candidate.dx === -edge.dy && candidate.dy === edge.dx);
  return right ?? open[0] ?? first;
}
