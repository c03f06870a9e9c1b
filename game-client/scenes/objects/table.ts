import type { ThingLook } from "./thing-look.ts";

/** By kind of thing: what draws it. A kind that is not here is not drawn. */
export const THING_LOOKS: Readonly<Record<string, ThingLook>> = {};
