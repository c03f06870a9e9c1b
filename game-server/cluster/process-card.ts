import { z } from "zod";

const processCard = z.object({
  id: z.string(),
  pid: z.int(),
  address: z.string(),
  state: z.enum(["open", "draining"]),
  rooms: z.int(),
  players: z.int(),
  left: z.int(),
  refusal: z.string().optional(),
});

/** What a process tells of itself. */
export interface ProcessCard extends z.output<typeof processCard> {
  /** Id that Colyseus gave it, another one after each start. */
  readonly id: string;
  /** Process id of its machine. */
  readonly pid: number;
  /** Where players reach it: `host[:port][/prefix]`, or only `/prefix`; empty when it stands alone. */
  readonly address: string;
  /** A draining one takes no newcomers. */
  readonly state: "open" | "draining";
  readonly rooms: number;
  /** People in these rooms. */
  readonly players: number;
  /** Characters that there is room for. */
  readonly left: number;
  /** Why it opens no more rooms, as a refusal; absent while it does. */
  readonly refusal?: string | undefined;
}

/** Reads what another process has told; undefined when it says nothing that this version understands. */
export function readProcessCard(text: string): ProcessCard | undefined {
  try {
    return processCard.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
