import type { Socket } from "node:net";
import type { TransportName } from "#transports/contract/names.ts";
import { decodeBatch } from "#transports/http/batch.ts";
import { bytesOf, openSocket, sendAll } from "./raw-http.ts";
import { type Destination, PATIENCE_MS, parseMessage, tokenIn, type Wire } from "./wire.ts";

/** What a batch says that it is; nothing else is read. */
const BYTES: [string, string] = ["Content-Type", "application/octet-stream"];

/** Connects to a seat over one of the transports by HTTP. Batches are sent one behind the other on one connection. */
export async function overHttp(transport: TransportName, to: Destination): Promise<Wire> {
  const origin = `http://127.0.0.1:${to.port}/transports/${transport}`;
  const { room: roomId, sessionId, reconnectionToken } = to;
  const opened = await fetch(origin, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Forwarded-For": to.from },
    body: JSON.stringify({ roomId, sessionId, ...(reconnectionToken ? { reconnectionToken } : {}) }),
  });
  const said: unknown = await opened.json();
  const id = typeof said === "object" && said !== null && "id" in said ? String(said.id) : "none";
  const token = opened.ok ? await firstToken(transport, `${origin}/${id}`) : undefined;
  const streams: Socket[] = [];
  let waiting: Buffer[] = [];

  const get = (text: string): void => {
    const { socket } = openSocket(to.port);
    const target = `/transports/${transport}/${id}?ack=${text}`;
    socket.write(bytesOf({ method: "GET", target, headers: [], body: "" }));
    streams.push(socket);
  };
  if (transport !== "polling") get("0");
  return {
    token,
    send(message) {
      const { kind, text, bytes } = parseMessage(message);
      if (kind === "get") get(text);
      else {
        const target = `/transports/${transport}/${id}`;
        waiting.push(bytesOf({ method: "POST", target, headers: [BYTES], body: bytes.toString("latin1") }));
      }
    },
    async settle() {
      const last = {
        method: "GET",
        target: "/healthz",
        headers: [["Connection", "close"]],
        body: "",
      } as const;
      await sendAll(to.port, [...waiting, bytesOf(last)], false);
      waiting = [];
    },
    break() {
      for (const stream of streams) stream.destroy();
    },
  };
}

/** Asks for the first frame in the way of the transport. */
async function firstToken(transport: TransportName, address: string): Promise<string | undefined> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    if (transport === "sse") return await tokenOfStream(address, signal);
    const isPolling = transport === "polling";
    const response = isPolling
      ? await fetch(address, { method: "POST", headers: [BYTES], body: Uint8Array.of(0, 1), signal })
      : await fetch(`${address}?ack=0`, { signal });
    return response.ok ? tokenOfBatch(new Uint8Array(await response.arrayBuffer())) : undefined;
  } catch {
    // Without one, nobody comes back; the server's health is looked at elsewhere.
    return undefined;
  }
}

async function tokenOfStream(address: string, signal: AbortSignal): Promise<string | undefined> {
  const response = await fetch(`${address}?ack=0`, { signal });
  let text = "";
  for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += part;
    const event = /data:(\S+)\n/.exec(text)?.[1];
    if (event !== undefined) return tokenOfBatch(Buffer.from(event, "base64"));
  }
  return undefined;
}

function tokenOfBatch(bytes: Uint8Array): string | undefined {
  const [record] = decodeBatch(bytes).records;
  return record?.type === "frame" ? tokenIn(record.bytes) : undefined;
}
