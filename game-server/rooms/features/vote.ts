import { z } from "zod";
import { nameOfPlan } from "#room/replicate-plan.ts";
import { nextRandom } from "#shared/random.ts";
import { refusal } from "#shared/refusals/refusal.ts";
import type { MatchPlan } from "#shared/simulation/types.ts";
import { type Memory, memoryOf } from "../snapshot/memory.ts";
import { count } from "../snapshot/plain.ts";
import { savePlan } from "../snapshot/world.ts";
import { planForm } from "../snapshot/world-form.ts";
import { isRunning, proposals, shuffled } from "./choices.ts";
import type { FeatureRoom, RoomFeature } from "./feature.ts";

/**
 * The vote on arena and mode of the next match: open from the results to the next countdown, for everybody in the room. What has
 * most votes is planned; the dice decide between equals. Without votes the same is played again, and what the host has set up
 * ends the vote.
 */
export class Vote implements RoomFeature {
  readonly #room: FeatureRoom;
  /** State of the dice. */
  #seed: number;
  #choices: readonly MatchPlan[] = [];
  /** Places in `#choices`, in the order in which they win against equals. */
  #favour: readonly number[] = [];
  readonly memory: Memory;

  constructor(room: FeatureRoom) {
    this.#room = room;
    this.#seed = (room.world.seed ^ 0x5eed) >>> 0;
    this.memory = memoryOf(
      z.object({ choices: z.array(planForm(room.arenas)), favour: z.array(count), seed: count }),
      () => ({ choices: this.#choices.map(savePlan), favour: this.#favour, seed: this.#seed }),
      ({ choices, favour, seed }) => {
        this.#propose(choices, favour);
        this.#seed = seed;
      },
    );
    // Whoever opens a room on an arena of their choice has set it up.
    if (room.world.phase === "lobby" && room.options.arena === undefined) this.#open();
  }

  /** Why somebody cannot vote so, as a refusal. */
  refuseVote(choice: number): string | undefined {
    if (this.#choices.length === 0) return refusal("no_vote_now");
    return choice <= this.#choices.length ? undefined : refusal("no_such_choice");
  }

  /** Somebody votes for a choice, from 1, or takes their vote back with 0. */
  cast(id: string, choice: number): void {
    const seat = this.#room.state.seats.get(id);
    if (seat === undefined) return;
    seat.vote = choice;
    this.#count();
  }

  /** The host has said what is played next: there is nothing to vote on any more. */
  close(): void {
    if (this.#choices.length === 0) return;
    this.#choices = [];
    const { state } = this.#room;
    state.choices.clear();
    for (const seat of state.seats.values()) seat.vote = 0;
  }

  left(): void {
    if (this.#choices.length > 0) this.#count();
  }

  phaseChanged(): void {
    const { world, features } = this.#room;
    if (world.phase === "countdown") this.close();
    else if (world.phase !== "playing" && !features.setUp.isDecided) this.#open();
  }

  #open(): void {
    if (this.#choices.length > 0) return;
    const { world, arenas } = this.#room;
    const choices = proposals(world, arenas, this.#dice);
    this.#propose(choices, shuffled([...choices.keys()], this.#dice));
  }

  #propose(choices: readonly MatchPlan[], favour: readonly number[]): void {
    const { state } = this.#room;
    this.#choices = choices;
    this.#favour = favour;
    state.choices.clear();
    state.choices.push(...choices.map(nameOfPlan));
  }

  readonly #dice = (): number => {
    const { state, value } = nextRandom(this.#seed);
    this.#seed = state;
    return value;
  };

  /** Plans what has most votes as things are. */
  #count(): void {
    const votes = this.#choices.map(() => 0);
    for (const { vote } of this.#room.state.seats.values()) {
      if (vote > 0) votes[vote - 1] = (votes[vote - 1] ?? 0) + 1;
    }
    const most = Math.max(...votes);
    const first = this.#favour.find((place) => votes[place] === most);
    const { world } = this.#room;
    const plan = most === 0 || first === undefined ? undefined : this.#choices[first];
    world.next = plan === undefined || isRunning(world, plan) ? undefined : plan;
  }
}
