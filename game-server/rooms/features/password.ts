import { refusal } from "#shared/refusals/refusal.ts";
import { NO_MEMORY } from "../snapshot/memory.ts";
import type { Applicant, FeatureRoom, RoomFeature } from "./feature.ts";

/** The password of the room, if it has one. */
export class Password implements RoomFeature {
  readonly memory = NO_MEMORY;
  readonly #password: string;

  constructor({ options }: FeatureRoom) {
    this.#password = options.password;
  }

  /** The password itself; empty when there is none. */
  get text(): string {
    return this.#password;
  }

  get isSet(): boolean {
    return this.#password !== "";
  }

  refuse({ password }: Applicant): string | undefined {
    if (!this.isSet || password === this.#password) return undefined;
    return password === "" ? refusal("password_needed") : refusal("password_wrong");
  }
}
