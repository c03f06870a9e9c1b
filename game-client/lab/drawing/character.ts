import type { DrawnPlayer } from "#player/netcode/match-view.ts";
import { Action } from "#shared/simulation/types.ts";
import { BODY } from "#shared/tunables.ts";
import { tonesOf } from "../../scenes/palette.ts";
import { disc } from "./island.ts";

/** Draws one character as seen in a small pane. `context` counts in tiles. */
export function drawCharacter(context: CanvasRenderingContext2D, player: DrawnPlayer): void {
  if (player.fall >= 1) return;
  const size = 1 - player.fall;
  const tones = tonesOf("vivid", player.connected ? player.look.color : -1);
  context.save();
  context.translate(player.x, player.y + player.fall * 1.2);
  if (player.fall === 0) disc(context, 0.06, 0.14 + player.height, BODY.radius, "rgb(11 18 64 / 0.3)");
  context.translate(0, -player.height);
  context.rotate(player.fall * 5);
  context.scale(size, size);
  drawBody(context, player, tones);
  context.restore();
  if (player.self && player.fall === 0) drawMark(context, player);
}

function drawBody(
  context: CanvasRenderingContext2D,
  player: DrawnPlayer,
  tones: ReturnType<typeof tonesOf>,
): void {
  const { radius } = BODY;
  const lookX = Math.cos(player.aim);
  const lookY = Math.sin(player.aim);
  const hand = radius * (player.action === Action.Charging ? 0.75 - 0.35 * player.charge : 0.95);
  for (const side of [-0.7, 0.7]) {
    const angle = player.aim + side;
    disc(context, Math.cos(angle) * hand, Math.sin(angle) * hand, 0.17, tones.line);
    disc(context, Math.cos(angle) * hand, Math.sin(angle) * hand, 0.12, tones.light);
  }
  disc(context, 0, 0, radius + 0.05, tones.line);
  disc(context, 0, 0, radius, tones.shade);
  disc(context, -0.04, -0.05, radius * 0.86, tones.main);
  disc(context, -0.16, -0.2, 0.09, tones.light);
  for (const side of [-1, 1]) {
    const x = lookX * 0.16 - lookY * 0.14 * side;
    const y = lookY * 0.16 + lookX * 0.14 * side - 0.03;
    disc(context, x, y, 0.12, "#ffffff");
    disc(context, x + lookX * 0.05, y + lookY * 0.05, 0.065, "#1d2145");
  }
  if (player.action === Action.Bracing || player.protected) {
    context.strokeStyle = player.protected ? "rgb(255 255 255 / 0.55)" : "#ffffff";
    context.lineWidth = 0.08;
    context.beginPath();
    context.arc(0, 0, radius + 0.16, 0, 2 * Math.PI);
    context.stroke();
  }
}

/** The ring and the tip that say: this is the character of this pane. */
function drawMark(context: CanvasRenderingContext2D, { x, y, height }: DrawnPlayer): void {
  context.strokeStyle = "#ffd23f";
  context.lineWidth = 0.09;
  context.beginPath();
  context.arc(x, y, BODY.radius + 0.26, 0, 2 * Math.PI);
  context.stroke();
  context.fillStyle = "#ffd23f";
  context.beginPath();
  const tip = y - height - BODY.radius - 0.42;
  context.moveTo(x, tip);
  context.lineTo(x - 0.22, tip - 0.32);
  context.lineTo(x + 0.22, tip - 0.32);
  context.fill();
}
