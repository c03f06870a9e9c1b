import { z } from "zod";

/**
 * A request as it goes over the line; each character is a byte. `{room}` stands for the code of the room in which the
 * victims play, and `{session}` for a seat in it. A length is added when no header says one.
 */
export const HttpRequest = z.object({
  method: z.string(),
  target: z.string(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string(),
});
export type HttpRequest = z.infer<typeof HttpRequest>;
