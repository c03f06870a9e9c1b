import { Tile } from "#shared/arena/arena.ts";
import { hash } from "../maths/hash.ts";
import { mix } from "../palette.ts";
import type { Theme } from "../themes.ts";
import { type ArenaPlan, type Brush, eachTile, type Region } from "./plan.ts";

type Painter = (ctx: Brush, theme: Theme, c: number, r: number) => void;

/** Share of the floor tiles that carry something small. */
const DENSITY = 0.42;
const PETALS = ["#ffffff", "#ffe14d", "#ff9ecb", "#b7a4ff"] as const;

const PAINTERS: Readonly<Record<Theme["decorKind"], Painter>> = {
  flowers: (ctx, theme, c, r) => {
    const kind = hash(c, r, 41);
    const x = c + 0.2 + hash(c, r, 42) * 0.6;
    const y = r + 0.25 + hash(c, r, 43) * 0.55;
    if (kind < 0.62) tuft(ctx, theme.decor[0], x, y);
    else if (kind < 0.9) flower(ctx, x, y, PETALS[Math.floor(hash(c, r, 44) * PETALS.length)] ?? PETALS[0]);
    else pebble(ctx, x, y, "#c9cfdc", "#9aa3ba");
  },
  snow: (ctx, theme, c, r) => {
    const x = c + 0.25 + hash(c, r, 42) * 0.5;
    const y = r + 0.3 + hash(c, r, 43) * 0.45;
    if (hash(c, r, 41) < 0.6) drift(ctx, theme, x, y);
    else if (hash(c, r, 41) < 0.85) twinkle(ctx, x, y);
    else pebble(ctx, x, y, "#c3d3ea", "#8aa5cf");
  },
  slabs: (ctx, theme, c, r) => {
    if (hash(c, r, 41) < 0.5) crack(ctx, theme.decor[0], c, r);
    else if (hash(c, r, 41) < 0.8) tuft(ctx, theme.decor[1], c + 0.3 + hash(c, r, 42) * 0.4, r + 0.6);
    else pebble(ctx, c + 0.3 + hash(c, r, 42) * 0.4, r + 0.5, "#d8b98c", "#b08a66");
  },
  cinders: (ctx, theme, c, r) => {
    const x = c + 0.25 + hash(c, r, 42) * 0.5;
    const y = r + 0.3 + hash(c, r, 43) * 0.45;
    if (hash(c, r, 41) < 0.45) glowingCrack(ctx, theme, c, r);
    else if (hash(c, r, 41) < 0.75) pebble(ctx, x, y, "#b98a94", "#7d5568");
    else cinder(ctx, theme.decor[1], x, y);
  },
};

/** Scatters small things over the plain floor; they are flat and pale, so that nobody takes them for play. */
export function paintDecor(ctx: Brush, plan: ArenaPlan, region: Region): void {
  const paint = PAINTERS[plan.theme.decorKind];
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  eachTile(plan.arena, region, (c, r, tile) => {
    if (tile !== Tile.Floor) return;
    if (plan.theme.decorKind === "slabs") slab(ctx, plan.theme, c, r);
    if (hash(c, r, 40) < DENSITY) paint(ctx, plan.theme, c, r);
  });
}

function tuft(ctx: Brush, color: string, x: number, y: number): void {
  ctx.strokeStyle = color;
  ctx.lineWidth = 0.05;
  for (const lean of [-1, 0, 1]) {
    ctx.beginPath();
    ctx.moveTo(x + lean * 0.06, y);
    ctx.quadraticCurveTo(x + lean * 0.08, y - 0.1, x + lean * 0.15, y - 0.15 + Math.abs(lean) * 0.04);
    ctx.stroke();
  }
}

function flower(ctx: Brush, x: number, y: number, color: string): void {
  ctx.fillStyle = "#4f9a3a";
  ctx.globalAlpha = 0.3;
  disc(ctx, x + 0.02, y + 0.035, 0.1);
  ctx.globalAlpha = 1;
  ctx.fillStyle = color;
  for (let i = 0; i < 5; i++) {
    const angle = (i * Math.PI * 2) / 5;
    disc(ctx, x + Math.cos(angle) * 0.06, y + Math.sin(angle) * 0.06, 0.042);
  }
  ctx.fillStyle = color === "#ffe14d" ? "#f08a2e" : "#ffc933";
  disc(ctx, x, y, 0.037);
}

function pebble(ctx: Brush, x: number, y: number, top: string, side: string): void {
  for (const [dx, dy, radius] of [
    [0, 0, 0.085],
    [0.14, 0.04, 0.05],
  ] as const) {
    ctx.fillStyle = side;
    disc(ctx, x + dx, y + dy + 0.025, radius);
    ctx.fillStyle = top;
    disc(ctx, x + dx, y + dy - 0.012, radius * 0.9);
  }
}

function drift(ctx: Brush, theme: Theme, x: number, y: number): void {
  ctx.fillStyle = theme.decor[0];
  ctx.globalAlpha = 0.7;
  ellipse(ctx, x, y + 0.03, 0.22, 0.075);
  ctx.globalAlpha = 1;
  ctx.fillStyle = theme.decor[1];
  ellipse(ctx, x, y, 0.2, 0.065);
}

function twinkle(ctx: Brush, x: number, y: number): void {
  ctx.strokeStyle = "#a9cdf0";
  ctx.lineWidth = 0.032;
  for (let i = 0; i < 3; i++) {
    const angle = (i * Math.PI) / 3;
    ctx.beginPath();
    ctx.moveTo(x - Math.cos(angle) * 0.1, y - Math.sin(angle) * 0.1);
    ctx.lineTo(x + Math.cos(angle) * 0.1, y + Math.sin(angle) * 0.1);
    ctx.stroke();
  }
}

function slab(ctx: Brush, theme: Theme, c: number, r: number): void {
  ctx.strokeStyle = mix(theme.decor[0], "#6c4650", 0.15);
  ctx.globalAlpha = 0.55;
  ctx.lineWidth = 0.035;
  ctx.strokeRect(c + 0.03, r + 0.03, 0.94, 0.94);
  ctx.strokeStyle = "#fff3d6";
  ctx.globalAlpha = 0.5;
  ctx.beginPath();
  ctx.moveTo(c + 0.075, r + 0.9);
  ctx.lineTo(c + 0.075, r + 0.075);
  ctx.lineTo(c + 0.9, r + 0.075);
  ctx.stroke();
  ctx.globalAlpha = 1;
}

function crack(ctx: Brush, color: string, c: number, r: number): void {
  ctx.strokeStyle = mix(color, "#6c4650", 0.25);
  ctx.lineWidth = 0.035;
  const y = r + 0.2 + hash(c, r, 45) * 0.5;
  ctx.beginPath();
  ctx.moveTo(c + 0.05, y);
  ctx.lineTo(c + 0.3, y + 0.12 - hash(c, r, 46) * 0.2);
  ctx.lineTo(c + 0.48, y + 0.1);
  ctx.lineTo(c + 0.62, y + 0.24);
  ctx.stroke();
}

/** A crack with the glow of what is under it. */
function glowingCrack(ctx: Brush, theme: Theme, c: number, r: number): void {
  crack(ctx, theme.decor[0], c, r);
  const y = r + 0.2 + hash(c, r, 45) * 0.5;
  ctx.strokeStyle = theme.decor[1];
  ctx.globalAlpha = 0.85;
  ctx.lineWidth = 0.03;
  ctx.beginPath();
  ctx.moveTo(c + 0.22, y + 0.1 - hash(c, r, 46) * 0.16);
  ctx.lineTo(c + 0.48, y + 0.1);
  ctx.stroke();
  ctx.globalAlpha = 1;
}

/** A bit of ash that still glows. */
function cinder(ctx: Brush, color: string, x: number, y: number): void {
  ctx.fillStyle = color;
  ctx.globalAlpha = 0.3;
  disc(ctx, x, y, 0.11);
  ctx.globalAlpha = 0.9;
  disc(ctx, x, y, 0.045);
  ctx.globalAlpha = 1;
}

function disc(ctx: Brush, x: number, y: number, radius: number): void {
  ellipse(ctx, x, y, radius, radius);
}

function ellipse(ctx: Brush, x: number, y: number, rx: number, ry: number): void {
  ctx.beginPath();
  ctx.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2);
  ctx.fill();
}
