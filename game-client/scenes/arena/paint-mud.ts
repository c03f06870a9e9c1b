import { Tile } from "#shared/arena/arena.ts";
import { hash } from "../maths/hash.ts";
import { INK } from "../palette.ts";
import { type ArenaPlan, type Brush, eachTile, type Region } from "./plan.ts";

/** Mud, its depth, its wet light and its bank: the same in all themes, so that it is known at a glance. */
const MUD = { fill: "#8a6a52", deep: "#6d4f42", light: "#b8977a", bank: "#5a4038" } as const;

/** Patches of mud: a soft brown pool with a dark bank, ripples and bubbles. */
export function paintMud(ctx: Brush, plan: ArenaPlan, region: Region): void {
  ctx.save();
  ctx.clip(plan.mud);
  ctx.fillStyle = MUD.fill;
  ctx.fillRect(region.x, region.y, region.width, region.height);
  ctx.lineCap = "round";
  eachTile(plan.arena, region, (c, r, tile) => {
    if (tile === Tile.Mud) paintPool(ctx, c, r);
  });
  ctx.globalAlpha = 0.35;
  ctx.strokeStyle = MUD.bank;
  ctx.lineWidth = 0.5;
  ctx.stroke(plan.mud);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = MUD.light;
  ctx.lineWidth = 0.14;
  ctx.stroke(plan.mud);
  ctx.restore();
  ctx.strokeStyle = INK;
  ctx.globalAlpha = 0.75;
  ctx.lineWidth = 0.05;
  ctx.stroke(plan.mud);
  ctx.globalAlpha = 1;
}

/** What lies in one tile of it. */
function paintPool(ctx: Brush, c: number, r: number): void {
  const x = c + 0.25 + hash(c, r, 81) * 0.5;
  const y = r + 0.25 + hash(c, r, 82) * 0.5;
  ctx.fillStyle = MUD.deep;
  ctx.globalAlpha = 0.55;
  ellipse(ctx, x, y, 0.22 + hash(c, r, 83) * 0.2, 0.12);
  ctx.globalAlpha = 0.8;
  ctx.strokeStyle = MUD.light;
  ctx.lineWidth = 0.05;
  ctx.beginPath();
  ctx.arc(x - 0.05, y - 0.08, 0.2, Math.PI * 1.1, Math.PI * 1.6);
  ctx.stroke();
  ctx.globalAlpha = 1;
  if (hash(c, r, 84) < 0.5) return;
  const bubbleX = c + 0.2 + hash(c, r, 85) * 0.6;
  const bubbleY = r + 0.2 + hash(c, r, 86) * 0.6;
  ctx.fillStyle = MUD.light;
  ellipse(ctx, bubbleX, bubbleY, 0.075, 0.065);
  ctx.fillStyle = "#ffffff";
  ctx.globalAlpha = 0.7;
  ellipse(ctx, bubbleX - 0.025, bubbleY - 0.025, 0.02, 0.016);
  ctx.globalAlpha = 1;
}

function ellipse(ctx: Brush, x: number, y: number, rx: number, ry: number): void {
  ctx.beginPath();
  ctx.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2);
  ctx.fill();
}
