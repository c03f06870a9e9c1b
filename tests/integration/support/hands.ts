import type { Hands } from "#player/netcode/hands.ts";
import { neutralInput } from "#shared/simulation/input.ts";

/** Hands of a page that nobody plays on. */
export const NO_HANDS: Hands = { sample: () => neutralInput(), peek: () => neutralInput() };
