import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import type { GameServer } from "#server/server.ts";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { addressOf, createRoom, startGame, type TestPlayer } from "../support/game.ts";

const PORTAL = "https://portal.example";
const JSON_TYPE = "application/json";
const BYTES = "application/octet-stream";
const OVER_HTTP = TRANSPORTS.filter((name) => name !== "websocket");

/** Everything that changes something by a request, and the type of its body. */
const CHANGES: readonly [path: string, type: string][] = [
  ...["joinOrCreate/arena", "create/arena", "join/arena", "joinById/ABCDE", "reconnect/ABCDE"].map(
    (path): [string, string] => [`/matchmake/${path}`, JSON_TYPE],
  ),
  ...OVER_HTTP.map((name): [string, string] => [`/transports/${name}`, JSON_TYPE]),
  ...OVER_HTTP.filter((name) => name !== "webrtc").map((name): [string, string] => [
    `/transports/${name}/someone`,
    BYTES,
  ]),
  ["/api/heads", BYTES],
];

let server: GameServer;
let player: TestPlayer;
beforeAll(async () => {
  server = await startGame({ allowedOrigins: [PORTAL] });
  player = await createRoom(server);
});
afterAll(async () => {
  await player.leave();
  await server.stop();
});

/** A request with headers that `fetch` would not let one set. */
function ask(method: string, path: string, headers: Record<string, string> = {}, body = "{}") {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>((resolve, reject) => {
    const sent = httpRequest(addressOf(server) + path, { method, headers }, (answer) => {
      let text = "";
      answer.on("data", (bytes) => {
        text += bytes;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    sent.on("error", reject);
    sent.end(method === "GET" || method === "OPTIONS" ? undefined : body);
  });
}

/** The status that an upgrade is answered with, and the sentence of a refusal. */
function upgrade(origin?: string): Promise<{ status: number; text: string }> {
  const url = `${addressOf(server).replace("http", "ws")}/x/${player.room.roomId}?sessionId=nobody`;
  const socket = new WebSocket(url, origin === undefined ? {} : { origin });
  return new Promise((resolve, reject) => {
    socket.once("open", () => {
      socket.terminate();
      resolve({ status: 101, text: "" });
    });
    socket.once("unexpected-response", (_request, answer) => {
      let text = "";
      answer.on("data", (bytes) => {
        text += bytes;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    socket.once("error", reject);
  });
}

function corsOf(headers: IncomingHttpHeaders): string[] {
  return Object.keys(headers).filter((name) => name.startsWith("access-control-"));
}

describe.each(CHANGES)("POST %s", (path, type) => {
  it.each(["http://evil.example", "null", "http://127.0.0.1:1"])(
    "is refused to a page of %s",
    async (origin) => {
      const answer = await ask("POST", path, { origin, "content-type": type });
      expect(answer.status).toBe(403);
      expect(JSON.parse(answer.text)).toMatchObject({
        code: 403,
        error: "foreign_page",
        sentence: expect.stringMatching(/^This page .+\.$/),
      });
      expect(corsOf(answer.headers)).toEqual([]);
    },
  );

  it("takes no body that any page may send without asking", async () => {
    for (const simple of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]) {
      const answer = await ask("POST", path, simple === "" ? {} : { "content-type": simple });
      expect(answer.status, simple).toBe(415);
      expect(JSON.parse(answer.text).sentence).toContain(`"Content-Type: ${type}`);
    }
  });

  it("is open to programs, to the own page, and to pages that the operator has named", async () => {
    for (const origin of [undefined, addressOf(server), PORTAL]) {
      const headers = { "content-type": type, ...(origin === undefined ? {} : { origin }) };
      const answer = await ask("POST", path, headers);
      expect([403, 415]).not.toContain(answer.status);
      expect(answer.headers["access-control-allow-origin"]).toBe(origin === PORTAL ? PORTAL : undefined);
    }
  });

  it("answers the question of a browser only for pages that the operator has named", async () => {
    const asked = {
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type",
    };
    const refused = await ask("OPTIONS", path, { origin: "http://evil.example", ...asked });
    expect(refused.status).toBe(403);
    expect(corsOf(refused.headers)).toEqual([]);
    const answer = await ask("OPTIONS", path, { origin: PORTAL, ...asked });
    expect(answer.status).toBe(204);
    expect(answer.headers).toMatchObject({
      "access-control-allow-origin": PORTAL,
      "access-control-allow-headers": expect.stringContaining("Content-Type"),
    });
  });
});

describe("what comes down", () => {
  it.each(["sse", "long-polling"])("over %s is refused to a page of another site", async (name) => {
    const answer = await ask("GET", `/transports/${name}/someone?ack=0`, { origin: "http://evil.example" });
    expect(answer.status).toBe(403);
  });
});

describe("a WebSocket", () => {
  it.each(["http://evil.example", "null", "http://127.0.0.1:1"])(
    "is refused to a page of %s",
    async (origin) => {
      const { status, text } = await upgrade(origin);
      expect(status).toBe(403);
      expect(JSON.parse(text).sentence).toMatch(/^This page .+\.$/);
    },
  );

  it("is open to programs, to the own page, and to pages that the operator has named", async () => {
    for (const origin of [undefined, addressOf(server), PORTAL])
      expect((await upgrade(origin)).status, origin).toBe(101);
  });
});

describe("/metrics", () => {
  it("answers programs on this machine, and no page whose name was pointed at it", async () => {
    const { port } = server;
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`])
      expect((await ask("GET", "/metrics", { host })).status, host).toBe(200);
    for (const host of ["evil.example", `evil.example:${port}`, "localhost.evil.example"]) {
      const answer = await ask("GET", "/metrics", { host });
      expect(answer.status, host).toBe(403);
      expect(answer.text).not.toContain("pushback_");
    }
    // A page can add this header, but not change the other one.
    const forged = { host: "evil.example", "x-forwarded-host": "localhost" };
    expect((await ask("GET", "/metrics", forged)).status).toBe(403);
  });
});

describe("every answer", () => {
  it.each(["/", "/lab", "/r/ABCDE", "/nothing", "/api/rooms", "/healthz", "/metrics", "/assets/nothing.js"])(
    "%s says what a page may do",
    async (path) => {
      const { headers } = await ask("GET", path);
      expect(headers["content-security-policy"]).toContain("script-src 'self';");
      expect(headers["content-security-policy"]).toContain(`frame-ancestors ${PORTAL}`);
      expect(headers["content-security-policy"]).not.toMatch(/unsafe|\*/);
      expect(headers).toMatchObject({
        "permissions-policy": expect.stringMatching(/microphone=\(self\).*camera=\(\)/),
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
      });
    },
  );

  it("puts no host into its policy that is none", async () => {
    const { headers } = await ask("GET", "/", { host: "a;script-src *" });
    expect(headers["content-security-policy"] ?? "").not.toContain("*");
  });
});
