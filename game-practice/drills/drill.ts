import type { BotSkill } from "#shared/bot-skills.ts";
import type { DrillId, PracticeReport } from "#shared/practice.ts";
import type { GameEvent, Player, PlayerInput, World } from "#shared/simulation/types.ts";

/** What a drill works on. */
export interface DrillGround {
  readonly world: World;
  /** Id of the player. */
  readonly self: string;
  /** Bots play, instead of waiting until they are pushed. */
  fight: boolean;
  /** Bots that are wanted by drills in which that can be chosen. */
  bots: number;
  /** How good bots are that play. */
  skill: BotSkill;
}

/** Something that can be practised; made anew each time it is chosen. */
export interface Drill {
  /** Bots that there are to be. */
  readonly bots: number;
  /** Where a bot appears; anywhere when absent. */
  spots?(): readonly { readonly x: number; readonly y: number }[];
  /** What a bot does in the step that is about to run. `own` is what the player does in it. */
  think(bot: Player, own: readonly PlayerInput[]): PlayerInput;
  /** A step has run: `own` is what the player did in it. */
  after(events: readonly GameEvent[], own: readonly PlayerInput[]): void;
  /** What of the report is this drill's. */
  report(): Partial<PracticeReport>;
}

/** Makes a drill. */
export type DrillMaker = (ground: DrillGround) => Drill;

/** Drills by their ids. */
export type DrillTable = Readonly<Record<DrillId, DrillMaker>>;
