import type { Redis } from "ioredis";
import { CLAIM_MS } from "./claims.ts";
import { type ProcessCard, readProcessCard } from "./process-card.ts";

/** A hash by process id. */
const CARDS = "processes";
/** Before the id of a process: there while it works. */
export const ALIVE = "alive:";
/** Before the id of a process: the channel on which Colyseus has it listen. */
export const HEARS = "p:";

/** Which processes there are, and how each is doing. */
export class Directory {
  readonly #redis: Redis;

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  /** Tells how this process is, for as long as a claim lasts. */
  async tell(card: ProcessCard): Promise<void> {
    await this.#redis
      .multi()
      .hset(CARDS, card.id, JSON.stringify(card))
      .set(ALIVE + card.id, "1", "PX", CLAIM_MS)
      .exec();
  }

  async remove(id: string): Promise<void> {
    await this.#redis
      .multi()
      .hdel(CARDS, id)
      .del(ALIVE + id)
      .exec();
  }

  /** Whether a process works, as `all` says it. */
  async works(id: string): Promise<boolean> {
    const [alive, listening] = await Promise.all([
      this.#redis.exists(ALIVE + id),
      this.#redis.pubsub("NUMSUB", HEARS + id),
    ]);
    return alive === 1 && Number(listening[1]) > 0;
  }

  /**
   * All processes: those that work, and those that have told of themselves and do not any more. A process that was killed is
   * known at once, for it listens no more; one that only stands still, when what it has claimed runs out.
   */
  async all(): Promise<{ working: ProcessCard[]; gone: string[] }> {
    const cards = await this.#redis.hgetall(CARDS);
    const ids = Object.keys(cards);
    if (ids.length === 0) return { working: [], gone: [] };
    const [alive, listening] = await Promise.all([
      this.#redis.mget(ids.map((id) => ALIVE + id)),
      this.#redis.pubsub("NUMSUB", ...ids.map((id) => HEARS + id)),
    ]);
    const working: ProcessCard[] = [];
    const gone: string[] = [];
    for (const [i, id] of ids.entries()) {
      const card = readProcessCard(cards[id] ?? "");
      const works = alive[i] !== null && Number(listening[i * 2 + 1]) > 0;
      if (!works) gone.push(id);
      else if (card !== undefined) working.push(card);
    }
    return { working, gone };
  }
}
