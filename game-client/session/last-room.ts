import type { Signal } from "@preact/signals-core";
import * as z from "zod/mini";
import { BOT_SKILLS } from "#shared/bot-skills.ts";
import { PICKUP_NAMES } from "#shared/simulation/pickups/table.ts";
import type { CreateChoice } from "./actions.ts";
import type { KeyValueStore } from "./settings.ts";

const KEY = "pushback.room";

/** A choice as it is kept. Bounds that depend on arena and mode are the matter of the dialogue, which knows them. */
const kept = z.object({
  roomName: z.string().check(z.maxLength(30)),
  mode: z.string().check(z.maxLength(40)),
  arena: z.string().check(z.maxLength(40)),
  maxPlayers: z.int().check(z.gte(2), z.lte(255)),
  bots: z.int().check(z.gte(0), z.lte(255)),
  botSkill: z.enum(["fitting", ...BOT_SKILLS]),
  timeLimit: z.int().check(z.gte(30), z.lte(1800)),
  netRate: z.union([z.literal(10), z.literal(25), z.literal(50)]),
  private: z.boolean(),
  lobby: z.boolean(),
  pickupsOff: z._default(z.array(z.enum(PICKUP_NAMES)), []),
});

/** What was chosen for the last room that this player opened. Passwords are not kept: others may use the same browser. */
export class LastRoom {
  readonly #store: KeyValueStore;
  readonly #choice: Signal<CreateChoice | undefined>;

  /** `choice` says it from now on. What is missing or damaged in the store counts as no room at all. */
  constructor(store: KeyValueStore, choice: Signal<CreateChoice | undefined>) {
    this.#store = store;
    this.#choice = choice;
    choice.value = read(store);
  }

  /** Notes the choice for a new room. A store that keeps nothing only forgets it with the page. */
  note(choice: CreateChoice): void {
    const { password: _, ...rest } = choice;
    this.#choice.value = { ...rest, password: "" };
    try {
      this.#store.setItem(KEY, JSON.stringify(rest));
    } catch (error) {
      console.info("The choice for the room is not remembered:", error);
    }
  }
}

function read(store: KeyValueStore): CreateChoice | undefined {
  try {
    const { success, data } = kept.safeParse(JSON.parse(store.getItem(KEY) ?? "null"));
    return success ? { ...data, password: "" } : undefined;
  } catch {
    return undefined;
  }
}
