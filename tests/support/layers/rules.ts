import { CLIENT } from "./rules/client.ts";
import { COMMANDS } from "./rules/commands.ts";
import type { LayerRule } from "./rules/rule.ts";
import { SERVER } from "./rules/server.ts";
import { SHARED } from "./rules/shared.ts";
import { TRANSPORTS } from "./rules/transports.ts";

/**
 * The boundaries of the project: a rule for every folder, and for every folder in it. The allow-lists may shrink; making one
 * wider is a decision about the design.
 */
export const RULES: readonly LayerRule[] = [...SHARED, ...TRANSPORTS, ...SERVER, ...CLIENT, ...COMMANDS];
