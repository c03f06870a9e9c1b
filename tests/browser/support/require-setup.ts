import { inject } from "vitest";

const trouble = inject("browserTrouble");
if (trouble) throw new Error(trouble);
