import type { FeatureRoom, RoomFeature } from "./feature.ts";
import { Host } from "./host.ts";
import { Idle } from "./idle.ts";
import { Password } from "./password.ts";
import { Rematch } from "./rematch.ts";

/** What rooms can do besides playing. A new feature is a file beside this one and a line here; commands reach it by its name. */
export const FEATURES = {
  password: (room: FeatureRoom) => new Password(room),
  host: (room: FeatureRoom) => new Host(room),
  idle: (room: FeatureRoom) => new Idle(room),
  rematch: (room: FeatureRoom) => new Rematch(room),
} as const satisfies Readonly<Record<string, (room: FeatureRoom) => RoomFeature>>;

/** The features of a room, by name. */
export type Features = { readonly [Name in keyof typeof FEATURES]: ReturnType<(typeof FEATURES)[Name]> };
