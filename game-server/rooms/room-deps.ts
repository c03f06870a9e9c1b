import type { Arena } from "#shared/arena/arena.ts";
import type { TickInput } from "#shared/simulation/tick-input.ts";
import type { World } from "#shared/simulation/types.ts";
import type { IceServer } from "#shared/voice.ts";
import type { Cluster } from "../cluster/cluster.ts";
import type { CommandTable } from "../commands/command.ts";
import type { Budget } from "../matchmaking/budget.ts";
import type { RoomBoard } from "../matchmaking/room-board.ts";
import type { Log } from "../observability/log.ts";
import type { Metrics } from "../observability/metrics.ts";
import type { StateAudit } from "../observability/state-audit.ts";
import type { Fairness } from "./fairness.ts";
import type { AwayTimes } from "./features/feature.ts";
import type { StepWheel } from "./step-wheel.ts";

/** What a room needs from the server around it. */
export interface RoomDeps {
  readonly arenas: ReadonlyMap<string, Arena>;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly audit: StateAudit;
  /** Steps all rooms. */
  readonly wheel: Pick<StepWheel, "join">;
  readonly budget: Budget;
  readonly reservations: { taken(sessionId: string): void };
  /** Is told how the room is, for whoever shows the list. */
  readonly board: Pick<RoomBoard, "post">;
  /** Minutes without anything that a human did after which a room closes. */
  readonly maxIdleMinutes: number;
  /** When whoever does nothing counts as away; those of the game when absent. */
  readonly awayTimes?: AwayTimes;
  /** What the page of somebody is told of servers that help voice to connect; none when absent. */
  iceServersFor?(id: string): readonly IceServer[];
  /** Time (ms) that every step is made to take longer. */
  readonly slowStepMs: number;
  /** A free room code. */
  freeCode(): Promise<string>;
  /** Where the process keeps its rooms. */
  readonly processRooms: Pick<Cluster, "opened" | "closed">;
  /** A 32-bit seed for the world. */
  seed(): number;
  /** Which of the rules for late players apply; all of them when absent. */
  readonly fairness?: Fairness;
  /** What pages may tell their room; the commands of the game when absent. */
  readonly commands?: CommandTable;
  /** False: everybody is told of everybody, on huge arenas too. */
  readonly interest?: boolean;
  /** Called after each step, for tests that compare what pages draw with what is. */
  onStep?(world: World, tick: TickInput): void;
}
