import { REFUSALS } from "#shared/refusals/sentences.ts";
import { TRANSPORT_REASONS } from "#transports/contract/reasons.ts";

/** English sentences of everything that a player may be refused for, by the server, a room or a transport. */
export const ALL_REFUSALS = { ...REFUSALS, ...TRANSPORT_REASONS } as const;
