import { Away } from "./away.ts";
import { Chat } from "./chat/chat.ts";
import { Course } from "./course.ts";
import type { FeatureRoom, RoomFeature } from "./feature.ts";
import { Host } from "./host.ts";
import { Idle } from "./idle.ts";
import { KickVote } from "./kick-vote.ts";
import { Latecomers } from "./latecomers.ts";
import { Order } from "./order.ts";
import { Password } from "./password.ts";
import { Rematch } from "./rematch.ts";
import { SetUp } from "./set-up.ts";
import { Spectators } from "./spectators.ts";
import { Stats } from "./stats.ts";
import { Voice } from "./voice.ts";
import { Vote } from "./vote.ts";

/** What rooms can do besides playing. A new feature is a file beside this one and a line here; commands reach it by its name. */
export const FEATURES = {
  password: (room: FeatureRoom) => new Password(room),
  order: (room: FeatureRoom) => new Order(room),
  kickVote: (room: FeatureRoom) => new KickVote(room),
  host: (room: FeatureRoom) => new Host(room),
  idle: (room: FeatureRoom) => new Idle(room),
  // After what notices that somebody does something.
  away: (room: FeatureRoom) => new Away(room),
  rematch: (room: FeatureRoom) => new Rematch(room),
  course: (room: FeatureRoom) => new Course(room),
  vote: (room: FeatureRoom) => new Vote(room),
  setUp: (room: FeatureRoom) => new SetUp(room),
  latecomers: (room: FeatureRoom) => new Latecomers(room),
  spectators: (room: FeatureRoom) => new Spectators(room),
  stats: (room: FeatureRoom) => new Stats(room),
  chat: (room: FeatureRoom) => new Chat(room),
  voice: (room: FeatureRoom) => new Voice(room),
} as const satisfies Readonly<Record<string, (room: FeatureRoom) => RoomFeature>>;

/** The features of a room, by name. */
export type Features = { readonly [Name in keyof typeof FEATURES]: ReturnType<(typeof FEATURES)[Name]> };
