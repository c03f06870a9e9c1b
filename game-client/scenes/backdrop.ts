import type { DrawnPlayer, DrawnThing, MatchView, SeenGround } from "#player/netcode/match-view.ts";
import { type Arena, Tile } from "#shared/arena/arena.ts";
import { LOOKS } from "#shared/look.ts";
import { Effect } from "#shared/simulation/pickups/effect.ts";
import { Action, type GameEvent } from "#shared/simulation/types.ts";
import { NO_TEAM } from "#shared/state/seat-team.ts";
import { hash } from "./maths/hash.ts";
import { approach, turn } from "./maths/motion.ts";

/** The island behind the menu: "." void, "#" floor, "=" wall, "*" bumper, "~" ice, "%" crumbling. */
const MAP = [
  "....................",
  ".....##########.....",
  "...##############...",
  "..####==####==####..",
  "..##*##########*##..",
  ".##################.",
  ".##~~~##########%##.",
  ".##~~~~########%%##.",
  "..##*##########*##..",
  "...##############...",
  ".....##########.....",
  "....................",
] as const;
const CODES: Readonly<Record<string, Tile>> = {
  "#": Tile.Floor,
  "=": Tile.Wall,
  "*": Tile.Bumper,
  "~": Tile.Ice,
  "%": Tile.Crumble,
};

/** Who strolls there, and how: speed (tiles/s), distance at which they tease (tiles), pause between shoves (s). */
const STROLLERS = 6;
const SPEED = 1.3;
const APART = 1;
const TEASE = 1.7;
const PAUSE = { least: 1.6, more: 3 } as const;
/** Speed given by a playful shove and the share lost per second (tiles/s, 1/s). */
const SHOVE = 5;
const DRAG = 2.6;

interface Stroller {
  readonly player: DrawnPlayer;
  goalX: number;
  goalY: number;
  rest: number;
  cooldown: number;
  pushX: number;
  pushY: number;
}

/** A match that never happens: a few characters stroll about and shove each other, to look at behind a menu. */
export class Backdrop implements MatchView {
  readonly arena = buildArena();
  readonly players = new Map<string, DrawnPlayer>();
  readonly things = new Map<string, DrawnThing>();
  readonly ball = undefined;
  readonly self = undefined;
  readonly gaze = {
    isOut: false,
    mode: "all",
    followed: "",
    moveX: 0,
    moveY: 0,
    dragX: 0,
    dragY: 0,
  } as const;
  readonly phase = "playing";
  readonly spots = [];
  readonly ground: SeenGround = { arena: this.arena, crumblePhases: [], sunk: 0, shaking: false };
  readonly events: GameEvent[] = [];
  readonly paused = false;
  readonly #strollers: Stroller[] = [];

  constructor() {
    for (let i = 0; i < STROLLERS; i++) {
      const player = createPlayer(i);
      this.players.set(player.id, player);
      this.#strollers.push({
        player,
        goalX: player.x,
        goalY: player.y,
        rest: Math.random() * 2,
        cooldown: 1 + Math.random() * PAUSE.more,
        pushX: 0,
        pushY: 0,
      });
    }
  }

  /** Lets them live for `dt` seconds. */
  update(dt: number): void {
    this.events.length = 0;
    for (const stroller of this.#strollers) this.#stroll(stroller, dt);
  }

  #stroll(stroller: Stroller, dt: number): void {
    const { player } = stroller;
    const dx = stroller.goalX - player.x;
    const dy = stroller.goalY - player.y;
    const distance = Math.hypot(dx, dy);
    stroller.rest -= dt;
    stroller.cooldown -= dt;
    if (distance < 0.2 || stroller.rest < -4) this.#choose(stroller);
    const walks = stroller.rest < 0 && distance > 0.2 ? SPEED / Math.max(distance, 0.01) : 0;
    stroller.pushX *= Math.exp(-DRAG * dt);
    stroller.pushY *= Math.exp(-DRAG * dt);
    player.vx = approach(player.vx, dx * walks + stroller.pushX, 10, dt);
    player.vy = approach(player.vy, dy * walks + stroller.pushY, 10, dt);
    player.x += player.vx * dt;
    player.y += player.vy * dt;
    this.#keepApart(player, dt);
    this.#lookAround(stroller, dt);
  }

  /** Nobody walks through anybody. */
  #keepApart(player: DrawnPlayer, dt: number): void {
    for (const { player: other } of this.#strollers) {
      const dx = player.x - other.x;
      const dy = player.y - other.y;
      const distance = Math.hypot(dx, dy);
      if (other === player || distance === 0 || distance > APART) continue;
      const share = ((APART - distance) / distance) * Math.min(1, 8 * dt);
      player.x += dx * share;
      player.y += dy * share;
    }
  }

  #choose(stroller: Stroller): void {
    const angle = Math.random() * Math.PI * 2;
    const reach = Math.sqrt(Math.random());
    stroller.goalX = this.arena.width / 2 + Math.cos(angle) * reach * 5;
    stroller.goalY = this.arena.height / 2 + 0.6 + Math.sin(angle) * reach * 2.4;
    stroller.rest = Math.random() * 2.5;
  }

  /** Eyes go to the nearest one, and now and then the hands follow. */
  #lookAround(stroller: Stroller, dt: number): void {
    const { player } = stroller;
    let nearest: Stroller | undefined;
    let near = Number.POSITIVE_INFINITY;
    for (const other of this.#strollers) {
      const distance = Math.hypot(other.player.x - player.x, other.player.y - player.y);
      if (other === stroller || distance >= near) continue;
      near = distance;
      nearest = other;
    }
    if (!nearest) return;
    const angle = Math.atan2(nearest.player.y - player.y, nearest.player.x - player.x);
    const wanted = near < 4 ? angle : Math.PI / 2;
    player.aim += turn(player.aim, wanted) * (1 - Math.exp(-5 * dt));
    if (near > TEASE || stroller.cooldown > 0) return;
    stroller.cooldown = PAUSE.least + Math.random() * PAUSE.more;
    nearest.pushX += Math.cos(angle) * SHOVE;
    nearest.pushY += Math.sin(angle) * SHOVE * 0.6;
    const { x, y, id } = player;
    const hit = nearest.player;
    this.events.push({ type: "push", tick: 0, id, x, y, aim: angle, charge: 0 });
    const speed = { vx: Math.cos(angle) * 8, vy: Math.sin(angle) * 8 };
    this.events.push({ type: "hit", tick: 0, id: hit.id, by: id, x: hit.x, y: hit.y, ...speed, wobble: 0 });
  }
}

function createPlayer(index: number): DrawnPlayer {
  const angle = (index / STROLLERS) * Math.PI * 2;
  return {
    id: `stroller-${index}`,
    name: "",
    look: {
      color: (index * 5 + Math.floor(Math.random() * LOOKS.colors)) % LOOKS.colors,
      pattern: index % LOOKS.patterns,
      hat: (index * 3 + 1) % LOOKS.hats,
    },
    bot: false,
    connected: true,
    away: false,
    self: false,
    team: NO_TEAM,
    mate: false,
    x: 10 + Math.cos(angle) * 5,
    y: 5.6 + Math.sin(angle) * 2.2,
    vx: 0,
    vy: 0,
    aim: Math.PI * hash(index, 7) * 2,
    action: Action.Idle,
    charge: 0,
    wobble: 0,
    height: 0,
    fall: 0,
    protected: false,
    effect: Effect.None,
    effectLeft: 0,
  };
}

function buildArena(): Arena {
  const width = MAP[0].length;
  const tiles = Uint8Array.from(MAP.join(""), (code) => CODES[code] ?? Tile.Void);
  const crumbles = [...tiles.keys()].filter((index) => tiles[index] === Tile.Crumble);
  return {
    id: "backdrop",
    name: "",
    width,
    height: MAP.length,
    tiles,
    directions: new Uint8Array(tiles.length),
    crumbles,
    crumbleIndex: Int16Array.from(tiles, (_, index) => crumbles.indexOf(index)),
    spawns: [],
    marks: [],
    minPlayers: 1,
    maxPlayers: STROLLERS,
    theme: "meadow",
  };
}
