import { Tile } from "#shared/arena/arena.ts";
import { hash } from "../maths/hash.ts";
import { INK, mix } from "../palette.ts";
import { paintMud } from "./paint-mud.ts";
import { SOIL } from "./paint-rock.ts";
import { type ArenaPlan, type Brush, eachTile, type Region } from "./plan.ts";

/** Step of the sweep that gives the soil its thickness (tiles): under two pixels, which the outline hides. */
const SWEEP = 0.028;
/** How far the rim laps over the soil (tiles). */
const LAP = 0.1;
const OUTLINE = 0.075;

/** Soil under the rim: the outline swept downwards, darker with depth, with the rim dripping over it. */
export function paintSoil(ctx: Brush, plan: ArenaPlan, region: Region): void {
  const { soil, lipShade } = plan.theme;
  ctx.strokeStyle = mix(soil[1], INK, 0.72);
  ctx.lineWidth = OUTLINE * 1.6;
  ctx.lineJoin = "round";
  for (const drop of [SOIL, SOIL / 2, 0]) {
    ctx.translate(0, drop);
    ctx.stroke(plan.ground);
    ctx.translate(0, -drop);
  }
  for (let drop = SOIL; drop >= 0; drop -= SWEEP) {
    ctx.translate(0, drop);
    ctx.fillStyle = drop < LAP ? lipShade : mix(soil[0], soil[1], (drop - LAP) / (SOIL - LAP));
    ctx.fill(plan.ground);
    ctx.translate(0, -drop);
  }
  paintDrips(ctx, plan, region);
}

/** Scallops of the rim that hang over the soil along the edges that look south. */
function paintDrips(ctx: Brush, plan: ArenaPlan, region: Region): void {
  ctx.fillStyle = plan.theme.lipShade;
  eachTile(plan.arena, region, (c, r) => {
    if (!plan.solid(c, r) || plan.solid(c, r + 1)) return;
    const from = plan.solid(c - 1, r) && !plan.solid(c - 1, r + 1) ? 0 : 0.28;
    const to = plan.solid(c + 1, r) && !plan.solid(c + 1, r + 1) ? 1 : 0.72;
    for (let i = 0; i < 4; i++) {
      const x = (i + 0.5) / 4;
      if (x < from || x > to) continue;
      const size = 0.1 + hash(c * 4 + i, r, 3) * 0.09;
      ctx.beginPath();
      ctx.ellipse(c + x, r + 1 + LAP - 0.02, 0.15, size, 0, 0, Math.PI * 2);
      ctx.fill();
    }
  });
}

/** The walkable surface: checker, patches of ice and belts, and a rim that says "here it ends". */
export function paintGround(ctx: Brush, plan: ArenaPlan, region: Region): void {
  const { ground, lip } = plan.theme;
  ctx.save();
  ctx.clip(plan.ground);
  ctx.fillStyle = ground[0];
  ctx.fillRect(region.x, region.y, region.width, region.height);
  eachTile(plan.arena, region, (c, r) => {
    ctx.fillStyle = (c + r) % 2 === 0 ? ground[0] : ground[1];
    ctx.fillRect(c, r, 1.01, 1.01);
    ctx.fillStyle = hash(c, r, 21) > 0.5 ? "#ffffff" : "#000000";
    ctx.globalAlpha = hash(c, r, 22) * 0.045;
    ctx.fillRect(c, r, 1.01, 1.01);
    ctx.globalAlpha = 1;
  });
  paintRim(ctx, plan.ground, mix(ground[1], INK, 0.55), lip);
  ctx.restore();
  paintIce(ctx, plan, region);
  paintMud(ctx, plan, region);
  paintBelts(ctx, plan);
  paintSockets(ctx, plan, region);
}

/** Inside a clip: a soft dark band that fades inwards, then the bright lip on the very edge. */
function paintRim(ctx: Brush, path: Path2D, shade: string, lip: string): void {
  ctx.strokeStyle = shade;
  ctx.globalAlpha = 0.075;
  for (const width of [1.1, 0.9, 0.72, 0.56, 0.42]) {
    ctx.lineWidth = width;
    ctx.stroke(path);
  }
  ctx.globalAlpha = 1;
  ctx.strokeStyle = lip;
  ctx.lineWidth = 0.26;
  ctx.stroke(path);
}

function paintIce(ctx: Brush, plan: ArenaPlan, region: Region): void {
  ctx.save();
  ctx.clip(plan.ice);
  const fill = ctx.createLinearGradient(0, 0, plan.arena.width, plan.arena.height);
  for (let i = 0; i <= 8; i++) fill.addColorStop(i / 8, i % 2 === 0 ? "#8fe0fa" : "#b9effd");
  ctx.fillStyle = fill;
  ctx.fillRect(region.x, region.y, region.width, region.height);
  ctx.strokeStyle = "#ffffff";
  ctx.lineCap = "round";
  eachTile(plan.arena, region, (c, r, tile) => {
    if (tile !== Tile.Ice) return;
    const x = c + 0.2 + hash(c, r, 31) * 0.5;
    const y = r + 0.25 + hash(c, r, 32) * 0.4;
    const length = 0.2 + hash(c, r, 33) * 0.35;
    ctx.globalAlpha = 0.75;
    ctx.lineWidth = 0.07;
    line(ctx, x, y + length / 2, x + length, y - length / 2);
    ctx.globalAlpha = 0.5;
    ctx.lineWidth = 0.045;
    line(ctx, x + 0.12, y + length / 2 + 0.08, x + length * 0.8, y - length / 4 + 0.12);
  });
  ctx.globalAlpha = 0.3;
  ctx.strokeStyle = "#2f86c8";
  ctx.lineWidth = 0.34;
  ctx.stroke(plan.ice);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = "#f4feff";
  ctx.lineWidth = 0.16;
  ctx.stroke(plan.ice);
  ctx.restore();
  ctx.strokeStyle = "#4f9fd0";
  ctx.lineWidth = 0.045;
  ctx.stroke(plan.ice);
}

function paintBelts(ctx: Brush, plan: ArenaPlan): void {
  ctx.fillStyle = "#3c4470";
  ctx.fill(plan.belts);
  ctx.save();
  ctx.clip(plan.belts);
  ctx.strokeStyle = "#2a3158";
  ctx.lineWidth = 0.5;
  ctx.globalAlpha = 0.55;
  ctx.stroke(plan.belts);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = "#8e98cf";
  ctx.lineWidth = 0.2;
  ctx.stroke(plan.belts);
  ctx.restore();
  ctx.strokeStyle = INK;
  ctx.lineWidth = 0.06;
  ctx.stroke(plan.belts);
}

/** Soft dark discs under bumpers, springs and teleporters, so that they sit on the ground. */
function paintSockets(ctx: Brush, plan: ArenaPlan, region: Region): void {
  ctx.fillStyle = "#101844";
  eachTile(plan.arena, region, (c, r, tile) => {
    if (tile !== Tile.Bumper && tile !== Tile.Spring && tile !== Tile.Teleporter) return;
    ctx.globalAlpha = 0.13;
    for (const radius of [0.62, 0.54, 0.46]) {
      ctx.beginPath();
      ctx.ellipse(c + 0.54, r + 0.6, radius, radius * 0.85, 0, 0, Math.PI * 2);
      ctx.fill();
    }
    ctx.globalAlpha = 1;
  });
}

function line(ctx: Brush, x1: number, y1: number, x2: number, y2: number): void {
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
}
