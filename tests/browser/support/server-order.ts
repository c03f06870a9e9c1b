import { z } from "zod";

/** What a test tells the process of its server: to end, or whether pushes are judged by what their attacker saw. */
export const Order = z.union([z.literal("stop"), z.object({ rewind: z.boolean() })]);
