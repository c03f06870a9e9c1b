import { type IRoomCache, matchMaker } from "@colyseus/core";
import { RedisDriver } from "@colyseus/redis-driver";
import type { Redis } from "ioredis";

/** Where Colyseus' driver keeps the listings: a hash by room code. */
const LISTINGS = "roomcaches";

/** Writes a listing unless another process has one for the same code. */
const WRITE = `
local old = redis.call("hget", KEYS[1], ARGV[1])
if old and cjson.decode(old).processId ~= ARGV[2] then return 0 end
redis.call("hset", KEYS[1], ARGV[1], ARGV[3])
return 1`;

/** Removes listings that a process has. */
const REMOVE = `
local removed = 0
for i = 2, #ARGV do
  local old = redis.call("hget", KEYS[1], ARGV[i])
  if old and cjson.decode(old).processId == ARGV[1] then
    removed = removed + redis.call("hdel", KEYS[1], ARGV[i])
  end
end
return removed`;

/**
 * The listings of all processes, in Redis. A process only ever touches its own: a room that has moved on is not unlisted
 * by the copy that it left behind. While Redis is away nothing waits for it and what was not written is noted; `restore`
 * writes it when Redis is back.
 */
export class SharedListings extends RedisDriver {
  readonly #client: Redis;

  constructor(client: Redis) {
    super(client);
    this.#client = client;
  }

  /** One room is looked up by its code: Colyseus would read the listings of all for it, with each join. */
  override async query(...[conditions, order]: Parameters<RedisDriver["query"]>): Promise<IRoomCache[]> {
    const { roomId, ...others } = conditions;
    if (typeof roomId !== "string") return this.#ofAll(super.query(conditions, order));
    const room = (await this.findByIds([roomId])).get(roomId);
    const fits =
      room !== undefined && Object.entries(others).every(([field, is]) => Reflect.get(room, field) === is);
    return fits ? [room] : [];
  }

  override findOne(...[conditions, order]: Parameters<RedisDriver["findOne"]>): Promise<IRoomCache> {
    return this.#ofAll(super.findOne(conditions, order));
  }

  /** Those who ask for all listings at the same time share an answer, and Colyseus would keep one that has failed for ever. */
  async #ofAll<T>(asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      // biome-ignore lint/complexity/useLiteralKeys: they are private, and only an answer takes them away
      this["_concurrentRoomCacheRequest"] = undefined;
      // biome-ignore lint/complexity/useLiteralKeys: see above
      this["_roomCacheRequestByName"] = {};
      throw error;
    }
  }

  override update(room: IRoomCache, { $set, $inc }: Parameters<RedisDriver["update"]>[1]): Promise<boolean> {
    Object.assign(room, $set);
    for (const [field, by] of Object.entries($inc ?? {})) {
      if (field === "clients") room.clients += Number(by);
    }
    return this.persist(room);
  }

  /** `isNew`: the room takes the place of whatever has its code. */
  override async persist(room: IRoomCache, isNew = false): Promise<boolean> {
    if (!room.roomId) return false;
    const text = JSON.stringify(room);
    const written = isNew
      ? this.#client.hset(LISTINGS, room.roomId, text)
      : this.#client.eval(WRITE, 1, LISTINGS, room.roomId, room.processId, text);
    return written.then(Boolean, notNow);
  }

  override remove(code: string): Promise<boolean> {
    return this.#client.eval(REMOVE, 1, LISTINGS, matchMaker.processId, code).then(Boolean, notNow);
  }

  /** Removes the listing that a process has of a room. */
  async unlistOne(code: string, processId: string): Promise<void> {
    await this.#client.eval(REMOVE, 1, LISTINGS, processId, code);
  }

  /** Removes all listings of a process. Returns the codes. */
  async unlist(processId: string): Promise<string[]> {
    const rooms = await this.query({ processId });
    const codes = rooms.map(({ roomId }) => roomId);
    if (codes.length > 0) await this.#client.eval(REMOVE, 1, LISTINGS, processId, ...codes);
    return codes;
  }

  override async cleanup(processId: string): Promise<void> {
    await this.unlist(processId).catch(notNow);
  }

  override async shutdown(): Promise<void> {
    this.#client.disconnect();
  }
}

/** What cannot be told now is told by the next beat after Redis is back. */
function notNow(): false {
  return false;
}
