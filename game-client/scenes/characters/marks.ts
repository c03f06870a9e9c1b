import type { DrawnPlayer } from "#player/netcode/match-view.ts";
import { Action } from "#shared/simulation/types.ts";
import { NO_TEAM } from "#shared/state/seat-team.ts";
import { PUSH } from "#shared/tunables.ts";
import type { Kit, LayerName } from "../kit.ts";
import { approach, clamp } from "../maths/motion.ts";
import type { Piece } from "../sprites/art.ts";
import { Part } from "../sprites/part.ts";
import { teamLook } from "../teams.ts";
import { Digits, wobbleTone } from "./digits.ts";
import type { Pose } from "./pose.ts";

/** Name above the head and number below the feet (tiles). */
const NAME_Y = -0.98;
const HAT_ROOM = 0.26;
const NUMBER_Y = 0.68;
const NUMBER_SIZE = 0.7;
/** Names keep their size on screen, a little smaller where the picture is small: CSS pixels per tile. */
const NAME_FULL = 52;
const NAME_SIZE = { least: 0.76, most: 1.25 } as const;
/** Distance of the aim arrow from the middle (tiles). */
const ARROW = 0.98;
/** Alpha of a cone that somebody else charges: less, so that the own one stands out. */
const OTHERS = 0.6;

/** The ring of a team stays outside of that of the own character. */
const TEAM_SIZE = 0.95;

/** The name that is shown, and what it was written for. */
interface Written extends Pick<DrawnPlayer, "name" | "bot" | "team" | "mate"> {
  readonly edition: number;
  readonly piece: Piece;
}

/** Everything around a character that tells its state: ring, arrow, cone, shield, bubble, name, number. */
export class Marks {
  readonly #kit: Kit;
  readonly #ring: Part;
  readonly #team: Part;
  readonly #arrow: Part;
  readonly #cone: Part;
  readonly #shield: Part;
  readonly #bubble: Part;
  readonly #plug: Part;
  readonly #sleep: Part;
  readonly #label: Part;
  readonly #number: Digits;
  readonly #all: readonly (Part | Digits)[];
  #written: Written | undefined;
  #text = "";
  #wobble = -1;
  #shieldSize = 0;
  #bubbleSize = 0;

  constructor(kit: Kit) {
    this.#kit = kit;
    const add = (layer: LayerName, name: string) => {
      const part = new Part(kit.scene, kit.art.piece(name));
      kit.layers[layer].add(part);
      return part;
    };
    this.#team = add("marks", "team-0");
    this.#cone = add("marks", "cone");
    this.#ring = add("marks", "ring");
    this.#arrow = add("marks", "arrow");
    this.#shield = add("effects", "shield");
    this.#bubble = add("effects", "bubble");
    this.#plug = add("labels", "unplugged");
    this.#sleep = add("labels", "sleep");
    this.#label = new Part(
      kit.scene,
      kit.labels.piece({ name: "", self: false, bot: false, team: NO_TEAM, mate: false }),
    );
    this.#number = new Digits(kit, 4);
    kit.layers.labels.add(this.#label);
    kit.layers.labels.add(this.#number);
    this.#all = [
      ...[this.#team, this.#ring, this.#arrow, this.#cone, this.#shield, this.#bubble],
      ...[this.#plug, this.#sleep, this.#label, this.#number],
    ];
  }

  /** `pixel` is the size of a CSS pixel in tiles. */
  update(player: DrawnPlayer, pose: Pose, time: number, dt: number, pixel: number): void {
    const here = player.fall === 0;
    const y = player.y - pose.lift;
    this.#around(player, here, time);
    this.#shieldSize = approach(this.#shieldSize, player.action === Action.Bracing ? 1 : 0, 20, dt);
    this.#shield.visible = here && this.#shieldSize > 0.05;
    if (this.#shield.visible) {
      this.#shield.at(player.x, y - 0.1).setRotation(player.aim);
      this.#shield.size(this.#shieldSize * (1 + Math.sin(time * 9) * 0.02));
    }
    this.#bubbleSize = approach(this.#bubbleSize, player.protected ? 1 : 0, 12, dt);
    this.#bubble.visible = here && this.#bubbleSize > 0.05;
    if (this.#bubble.visible) {
      this.#bubble.at(player.x, y - 0.16).setRotation(Math.sin(time * 1.7) * 0.35);
      this.#bubble.size(this.#bubbleSize * (1 + Math.sin(time * 6) * 0.03));
      this.#bubble.alpha = 0.75 + 0.25 * Math.sin(time * 7);
    }
    this.#write(player, here, y, pixel);
    this.#absent(player, here, y, time);
  }

  /** Hides all of it until the next update. */
  hide(): void {
    for (const part of this.#all) part.visible = false;
  }

  destroy(): void {
    for (const part of this.#all) part.destroy();
  }

  #around(player: DrawnPlayer, here: boolean, time: number): void {
    this.#team.visible = here && teamLook(player.team) !== undefined;
    if (this.#team.visible) {
      this.#team.wear(this.#kit.art.piece(`team-${player.team}`)).at(player.x, player.y + 0.08);
      this.#team.size(TEAM_SIZE, TEAM_SIZE * 0.92);
    }
    this.#ring.visible = this.#arrow.visible = player.self && here;
    if (player.self) {
      this.#ring.at(player.x, player.y + 0.08).size(1, 0.92);
      this.#arrow
        .at(player.x + Math.cos(player.aim) * ARROW, player.y + 0.02 + Math.sin(player.aim) * ARROW)
        .setRotation(player.aim)
        .size(1 + 0.35 * player.charge);
    }
    this.#cone.visible = here && player.action === Action.Charging && player.charge > 0.04;
    if (!this.#cone.visible) return;
    const reach = PUSH.reachTap + (PUSH.reachFull - PUSH.reachTap) * player.charge;
    const full = player.charge >= 1 ? 0.75 + 0.25 * Math.sin(time * 26) : 1;
    this.#cone.at(player.x, player.y).setRotation(player.aim).size(reach);
    this.#cone.alpha = (player.self ? 1 : OTHERS) * full * (0.45 + 0.55 * player.charge);
  }

  #write(player: DrawnPlayer, here: boolean, y: number, pixel: number): void {
    this.#label.visible = here && this.#kit.settings().names;
    this.#number.visible = here && player.wobble >= 1;
    if (this.#label.visible) {
      const piece = this.#name(player);
      const top = NAME_Y - (player.look.hat > 0 ? HAT_ROOM : 0);
      this.#label.wear(piece);
      const size = pixel * clamp(1 / pixel / NAME_FULL, NAME_SIZE.least, NAME_SIZE.most);
      this.#label.at(player.x, y + top - 6 * size).size(size);
    }
    if (this.#number.visible) {
      const wobble = Math.round(player.wobble);
      if (wobble !== this.#wobble) this.#text = `${wobble}%`;
      this.#wobble = wobble;
      this.#number.write(this.#text, wobbleTone(wobble));
      this.#number.setPosition(player.x, player.y + NUMBER_Y).setScale(NUMBER_SIZE + wobble / 1500);
    }
  }

  /** The written name; looked up anew only when it changed. */
  #name(player: DrawnPlayer): Piece {
    const known = this.#written;
    const { labels } = this.#kit;
    if (known?.edition === labels.edition && saysOf(known, player)) return known.piece;
    const { name, bot, team, mate } = player;
    this.#written = { name, bot, team, mate, edition: labels.edition, piece: labels.piece(player) };
    return this.#written.piece;
  }

  #absent(player: DrawnPlayer, here: boolean, y: number, time: number): void {
    this.#plug.visible = here && !player.connected;
    this.#sleep.visible = here && (player.away || !player.connected);
    if (!this.#sleep.visible) return;
    this.#plug.at(player.x + 0.5, y - 0.85 + Math.sin(time * 3) * 0.04).size(0.8);
    const float = (time * 0.6) % 1;
    this.#sleep.at(player.x - 0.35 - float * 0.25, y - 0.6 - float * 0.6).size(0.3 + float * 0.35);
    this.#sleep.alpha = 1 - float;
  }
}

/** Whether a written name says what there is to say of a player. */
function saysOf(written: Written, { name, bot, team, mate }: DrawnPlayer): boolean {
  return written.name === name && written.bot === bot && written.team === team && written.mate === mate;
}
