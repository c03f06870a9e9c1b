import type { Signal } from "@preact/signals-core";
import { readWish } from "#practice/wishes.ts";
import type { Arena } from "#shared/arena/arena.ts";
import type { PracticePlan, PracticeWish } from "#shared/practice.ts";
import { FIRST_PLAN, planWith } from "#shared/practice-plan.ts";
import type { KeyValueStore } from "../settings.ts";

const KEY = "pushback.practice";

/** What somebody has practised last, and will begin with the next time. */
export class KeptPlan {
  readonly #store: KeyValueStore;
  readonly #arenas: ReadonlyMap<string, Arena>;
  readonly #plan: Signal<PracticePlan>;

  /** `plan` says it from now on. Of what is damaged in the store, or is no more, the first plan takes the place. */
  constructor(store: KeyValueStore, arenas: ReadonlyMap<string, Arena>, plan: Signal<PracticePlan>) {
    this.#store = store;
    this.#arenas = arenas;
    this.#plan = plan;
    plan.value = planWith(FIRST_PLAN, read(store), arenas.values());
  }

  /** Notes a wish. A store that keeps nothing only forgets it with the page. */
  note(wish: PracticeWish): void {
    this.#plan.value = planWith(this.#plan.peek(), wish, this.#arenas.values());
    try {
      this.#store.setItem(KEY, JSON.stringify(this.#plan.peek()));
    } catch (error) {
      console.info("What is practised is not remembered:", error);
    }
  }
}

function read(store: KeyValueStore): PracticeWish {
  try {
    return readWish(JSON.parse(store.getItem(KEY) ?? "null"));
  } catch {
    return {};
  }
}
