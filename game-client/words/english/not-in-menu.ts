import { lab } from "./lab.ts";
import { voice } from "./voice.ts";

/** Texts that the menu does without: they come with what shows them. */
export const later = { lab, voice } as const;
