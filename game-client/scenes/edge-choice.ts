/** Only so many get an arrow; fewer where so many are out of sight that most of the edge would be arrows. */
const MOST = 6;
const MOST_OF_MANY = 4;
const MANY = 8;
/** Of one's own team only the nearest ones do: they are no danger. */
const MOST_MATES = 2;
/** Cosine of the angle (radians) between two arrows: of those who are in one direction the nearest one stands for all. */
const APART = Math.cos(0.26);
/** The same where many are out of sight: a few all around say more than as many at one side. */
const APART_OF_MANY = Math.cos(0.6);

/** Somebody out of sight, as seen from the middle of the picture (tiles). */
export interface Beyond<Who> {
  who: Who;
  x: number;
  y: number;
  distance: number;
  mate: boolean;
}

/** Chooses to whom arrows point, of those who are out of sight. It is used again in each frame, which makes nothing anew. */
export class EdgeChoice<Who> {
  /** Nearest first: so many of these. */
  readonly #beyond: Beyond<Who>[] = [];
  readonly #chosen: Beyond<Who>[] = [];
  #count = 0;

  /** Forgets those of the frame before. */
  clear(): void {
    this.#count = 0;
  }

  /** Somebody is out of sight: puts them behind those who are nearer. */
  note(who: Who, x: number, y: number, mate: boolean): void {
    const distance = Math.sqrt(x * x + y * y);
    const beyond = this.#beyond;
    let place = this.#count++;
    const free = beyond[place] ?? { who, x, y, distance, mate };
    for (; place > 0; place--) {
      const before = beyond[place - 1];
      if (before === undefined || before.distance <= distance) break;
      beyond[place] = before;
    }
    free.who = who;
    free.x = x;
    free.y = y;
    free.distance = distance;
    free.mate = mate;
    beyond[place] = free;
  }

  /** Those who get an arrow, nearest first. */
  choose(): readonly Beyond<Who>[] {
    const chosen = this.#chosen;
    chosen.length = 0;
    const isMany = this.#count > MANY;
    const most = isMany ? MOST_OF_MANY : MOST;
    const apart = isMany ? APART_OF_MANY : APART;
    let mates = 0;
    for (let place = 0; place < this.#count && chosen.length < most; place++) {
      const next = this.#beyond[place];
      if (next === undefined || (next.mate && mates === MOST_MATES) || this.#isCrowded(next, apart)) continue;
      if (next.mate) mates += 1;
      chosen.push(next);
    }
    return chosen;
  }

  /** Whether somebody chosen is in the same direction; `apart` is the cosine of the angle from which on it is another one. */
  #isCrowded({ x, y, distance }: Beyond<Who>, apart: number): boolean {
    for (let i = 0; i < this.#chosen.length; i++) {
      const other = this.#chosen[i];
      if (other !== undefined && x * other.x + y * other.y > apart * distance * other.distance) return true;
    }
    return false;
  }
}
