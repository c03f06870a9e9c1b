import { tileAt } from "#shared/arena/arena.ts";
import { hash } from "../maths/hash.ts";
import { INK, mix } from "../palette.ts";
import { type ArenaPlan, type Brush, eachTile, isBlock, type Region } from "./plan.ts";

/** How far the top of a wall is lifted above its footprint (tiles). */
export const WALL_HEIGHT = 0.34;
const SWEEP = 0.028;
const OUTLINE = 0.06;

/** Shadow that the walls throw on the ground, away from the light in the upper left. */
export function paintWallShadow(ctx: Brush, plan: ArenaPlan): void {
  ctx.save();
  ctx.clip(plan.ground);
  ctx.fillStyle = "#101844";
  ctx.globalAlpha = 0.085;
  for (const [x, y] of [
    [0.06, 0.1],
    [0.12, 0.16],
    [0.18, 0.22],
  ] as const) {
    ctx.translate(x, y);
    ctx.fill(plan.walls);
    ctx.translate(-x, -y);
  }
  ctx.restore();
}

/** The blocks themselves: swept side faces with joints, then the lifted top with a lit rim. */
export function paintWalls(ctx: Brush, plan: ArenaPlan, region: Region): void {
  const [top, lit, side] = plan.theme.wall;
  const line = mix(side, INK, 0.7);
  ctx.lineJoin = "round";
  ctx.strokeStyle = line;
  ctx.lineWidth = OUTLINE * 2;
  for (let lift = 0; lift <= WALL_HEIGHT; lift += WALL_HEIGHT / 4)
    at(ctx, -lift, () => ctx.stroke(plan.walls));
  for (let lift = 0; lift < WALL_HEIGHT; lift += SWEEP) {
    ctx.fillStyle = mix(mix(side, INK, 0.25), side, lift / WALL_HEIGHT);
    at(ctx, -lift, () => ctx.fill(plan.walls));
  }
  paintJoints(ctx, plan, region, line);
  at(ctx, -WALL_HEIGHT, () => {
    ctx.fillStyle = line;
    at(ctx, 0.035, () => ctx.fill(plan.walls));
    ctx.save();
    ctx.clip(plan.walls);
    ctx.fillStyle = top;
    ctx.fillRect(region.x - 1, region.y - 1, region.width + 2, region.height + 3);
    eachTile(plan.arena, region, (c, r, tile) => {
      if (!isBlock(tile)) return;
      ctx.fillStyle = hash(c, r, 61) > 0.5 ? "#ffffff" : side;
      ctx.globalAlpha = 0.04 + hash(c, r, 62) * 0.12;
      ctx.fillRect(c + 0.02, r + 0.02, 0.96, 0.96);
      ctx.globalAlpha = 0.5;
      ctx.strokeStyle = mix(top, side, 0.6);
      ctx.lineWidth = 0.04;
      ctx.strokeRect(c, r, 1, 1);
      ctx.globalAlpha = 1;
      if (hash(c, r, 63) > 0.55) scratch(ctx, mix(top, side, 0.55), c, r);
    });
    ctx.strokeStyle = lit;
    ctx.lineWidth = 0.17;
    ctx.stroke(plan.walls);
    ctx.restore();
  });
}

/** Upright joints on the faces that look south. */
function paintJoints(ctx: Brush, plan: ArenaPlan, region: Region, color: string): void {
  ctx.strokeStyle = color;
  ctx.globalAlpha = 0.45;
  ctx.lineWidth = 0.04;
  eachTile(plan.arena, region, (c, r, tile) => {
    if (!isBlock(tile) || isBlock(tileAt(plan.arena, c, r + 1))) return;
    for (const x of [0.5, 1]) {
      if (x === 1 && !isBlock(tileAt(plan.arena, c + 1, r))) continue;
      ctx.beginPath();
      ctx.moveTo(c + x, r + 1 - WALL_HEIGHT * (x === 1 ? 1 : 0.5));
      ctx.lineTo(c + x, r + 1 - 0.02);
      ctx.stroke();
    }
    ctx.beginPath();
    ctx.moveTo(c + 0.08, r + 1 - WALL_HEIGHT / 2);
    ctx.lineTo(c + 0.94, r + 1 - WALL_HEIGHT / 2);
    ctx.stroke();
  });
  ctx.globalAlpha = 1;
}

/** A chip or a fine crack in the top of a block. */
function scratch(ctx: Brush, color: string, c: number, r: number): void {
  const x = c + 0.2 + hash(c, r, 64) * 0.4;
  const y = r + 0.25 + hash(c, r, 65) * 0.4;
  const flip = hash(c, r, 66) > 0.5 ? 1 : -1;
  ctx.strokeStyle = color;
  ctx.lineWidth = 0.035;
  ctx.lineCap = "round";
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x + 0.12, y + 0.07 * flip);
  ctx.lineTo(x + 0.24 + hash(c, r, 67) * 0.1, y + 0.02 * flip);
  ctx.moveTo(x + 0.12, y + 0.07 * flip);
  ctx.lineTo(x + 0.16, y + 0.18 * flip);
  ctx.stroke();
}

function at(ctx: Brush, dy: number, paint: () => void): void {
  ctx.translate(0, dy);
  paint();
  ctx.translate(0, -dy);
}
