import { type Signal, signal } from "@preact/signals-core";
import type { ShownStep } from "../first-steps.ts";

/** What a first match teaches at this moment. */
export interface GuideStore {
  /** Undefined while there is nothing to say. */
  readonly shown: Signal<ShownStep | undefined>;
}

/** A guide that says nothing. */
export function createGuideStore(): GuideStore {
  return { shown: signal<ShownStep | undefined>(undefined) };
}
