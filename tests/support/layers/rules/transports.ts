import type { LayerRule } from "./rule.ts";

const because = "the transports know Colyseus and nothing of the game";

/** A transport: its server's, browser's and Node's end, over the contract and what several share. */
function transport(name: string, ...more: readonly string[]): LayerRule {
  return { folder: `transports/${name}/`, may: ["transports/contract/", ...more], because };
}

/** The transports, and what is inside Colyseus. */
export const TRANSPORTS: readonly LayerRule[] = [
  {
    folder: "colyseus/",
    may: [],
    because: "what we rely on inside the framework knows nothing of us",
  },
  {
    folder: "colyseus/server/",
    may: ["npm:@colyseus/core", "npm:@colyseus/schema", "npm:@colyseus/ws-transport", "node:events"],
    because: "what we rely on inside the framework knows nothing of us",
  },
  {
    folder: "colyseus/frames/",
    may: ["npm:@colyseus/schema"],
    because: "what we rely on inside the framework knows nothing of us",
  },
  { folder: "transports/", may: ["npm:@colyseus/core", "npm:express", "node:http"], because },
  {
    folder: "transports/contract/",
    may: ["npm:zod"],
    mayTypes: ["transports/limits/", "transports/http/", "transports/pipeline/", "npm:*", "node:*"],
    because: "the contract is what all transports agree upon, and knows none of them",
  },
  {
    folder: "transports/limits/",
    may: ["transports/contract/reasons.ts", "node:net"],
    mayTypes: ["transports/contract/", "npm:express", "node:http"],
    because: "limits know nothing of what they limit",
  },
  {
    folder: "transports/pipeline/",
    may: [
      "transports/contract/",
      "transports/limits/",
      "transports/moving/",
      "colyseus/server/",
      "npm:@colyseus/*",
      "node:events",
    ],
    mayTypes: ["node:stream"],
    because: "frames pass the same stages whatever carries them",
  },
  transport("http", "transports/limits/", "npm:express", "npm:zod", "node:crypto", "node:events"),
  transport("polling", "transports/http/"),
  transport("long-polling", "transports/http/"),
  transport("sse", "transports/http/", "npm:express"),
  transport(
    "websocket",
    "transports/limits/",
    "transports/pipeline/",
    "npm:@colyseus/ws-transport",
    "node:http",
    "node:stream",
  ),
  transport(
    "webrtc",
    "transports/http/quiet-fetch.ts",
    "transports/limits/",
    "npm:express",
    "npm:node-datachannel",
    "npm:zod",
    "node:*",
  ),
  transport("moving"),
  transport("auto", "transports/http/", "transports/long-polling/", "transports/moving/", "transports/sse/"),
  transport("local"),
  {
    folder: "transports/simulated/",
    may: ["transports/contract/"],
    because: "a simulated network carries whatever it is put in front of",
  },
];
