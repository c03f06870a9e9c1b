import type { DrawnPlayer, MatchView } from "#player/netcode/match-view.ts";
import { Tile } from "#shared/arena/arena.ts";
import { tileOf } from "#shared/simulation/ground.ts";
import { Action } from "#shared/simulation/types.ts";
import { PUSH } from "#shared/tunables.ts";
import type { Kit } from "../kit.ts";
import { HATS } from "../palette.ts";
import type { LookPieces } from "../sprites/look-book.ts";
import { reachesSight, type Sight } from "../sprites/sight.ts";
import { Character } from "./character.ts";

/** At most so many others enter in a frame: each is put together and dressed, and a whole room at once takes long. */
const ENTERING = 1;

/** No part of a character, its name and fall included, is farther than this from its place (tiles); its cone reaches farther. */
const REACH = 3.5;
const CHARGING_REACH = PUSH.reachFull + 1;

/** All characters of a match, by player. */
export class Cast {
  readonly #kit: Kit;
  readonly #plain: LookPieces;
  readonly #characters = new Map<string, Character>();
  #count = 0;

  /** `plain` is worn until the own look is baked. */
  constructor(kit: Kit, plain: LookPieces) {
    this.#kit = kit;
    this.#plain = plain;
  }

  get(id: string): Character | undefined {
    return this.#characters.get(id);
  }

  /** `pixel` is the size of a CSS pixel in tiles. */
  update(view: MatchView, sight: Sight, time: number, dt: number, pixel: number): void {
    let entering = ENTERING;
    const bearer = bearerOf(view);
    view.players.forEach((player, id) => {
      const character =
        this.#characters.get(id) ?? (player.self || entering-- > 0 ? this.#enter(id) : undefined);
      if (character === undefined) return;
      character.bareheaded = bearer !== undefined && (bearer === id || HATS[player.look.hat] === "crown");
      const reach = player.action === Action.Charging ? CHARGING_REACH : REACH;
      if (reachesSight(sight, player.x, player.y, reach))
        character.update(player, time, dt, pixel, isHidden(view, player));
      else character.updateUnseen(player, dt);
    });
    if (this.#characters.size === view.players.size) return;
    for (const [id, character] of this.#characters) {
      if (view.players.has(id)) continue;
      character.destroy();
      this.#characters.delete(id);
    }
  }

  destroy(): void {
    for (const character of this.#characters.values()) character.destroy();
    this.#characters.clear();
  }

  #enter(id: string): Character {
    const character = new Character(this.#kit, this.#plain, this.#count++);
    this.#characters.set(id, character);
    return character;
  }
}

/** Who bears the crown, empty while it lies; undefined in a match without one. */
function bearerOf({ things }: MatchView): string | undefined {
  for (const { kind, owner } of things.values()) if (kind === "crown") return owner;
  return undefined;
}

/** Whether there is ground south of somebody who falls: then they fall behind it. */
function isHidden({ ground }: MatchView, player: DrawnPlayer): boolean {
  const column = Math.floor(player.x);
  const row = Math.floor(player.y);
  for (let r = row; r <= row + 1; r++) {
    const tile = tileOf(ground, column, r);
    if (tile !== Tile.Void && tile !== Tile.Crumble) return true;
  }
  return false;
}
