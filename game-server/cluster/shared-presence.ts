import { RedisPresence } from "@colyseus/redis-presence";
import type { Redis } from "ioredis";

/** Hears what was told. */
type Heard = Parameters<RedisPresence["subscribe"]>[1];

/**
 * What the processes tell each other, by Redis. While it is away what is told is lost, as on any bad line, and nothing waits:
 * Colyseus asks again, and subscribes anew when Redis is back.
 */
export class SharedPresence extends RedisPresence {
  constructor(client: Redis) {
    super(client);
    // Its own connection for what it hears is made by the base class; who is away is said by the link.
    this.sub.on("error", () => {});
  }

  override subscribe(topic: string, callback: Heard): Promise<this> {
    return super.subscribe(topic, callback).catch(() => this);
  }

  override unsubscribe(topic: string, callback?: Heard): Promise<this> {
    return super.unsubscribe(topic, callback).catch(() => this);
  }

  override publish(topic: string, data: unknown): Promise<void> {
    return super.publish(topic, data).catch(() => {});
  }

  override hset(key: string, field: string, value: string): Promise<boolean> {
    return super.hset(key, field, value).catch(() => false);
  }

  override hdel(key: string, field: string): Promise<boolean> {
    return super.hdel(key, field).catch(() => false);
  }

  override shutdown(): void {
    this.sub.disconnect();
    this.pub.disconnect();
  }
}
