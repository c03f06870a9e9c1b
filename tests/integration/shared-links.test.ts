import { readFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GameServer } from "#server/server.ts";
import { withBase } from "#server/web/plain-page.ts";
import { addressOf, createRoom, startGame } from "../support/game.ts";

const ROOT = join(import.meta.dirname, "../..");

let server: GameServer;
beforeAll(async () => {
  server = await startGame({ maxJoinsPerMinute: 60 });
});
afterAll(() => server.stop());

function get(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; type: string; text: string }>((resolve, reject) => {
    const sent = httpRequest(addressOf(server) + path, { headers }, (answer) => {
      let text = "";
      answer.on("data", (bytes) => {
        text += bytes;
      });
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, type: answer.headers["content-type"] ?? "", text }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}

function property(html: string, name: string): string | undefined {
  return new RegExp(`<meta property="${name}" content="([^"]*)"`).exec(html)?.[1];
}

describe("the link to a room", () => {
  it("says what is played there and where, and names nobody", async () => {
    const host = await createRoom(server, { name: "Secretive", private: true });
    const code = host.room.roomId;
    const { status, type, text } = await get(`/r/${code.toLowerCase()}`);
    expect([status, type]).toEqual([200, "text/html; charset=utf-8"]);
    expect(property(text, "og:title")).toBe("Pushback: Brawl on Cloud Meadow");
    expect(property(text, "og:description")).toContain(`Join Brawl on Cloud Meadow in room ${code}.`);
    expect(property(text, "og:url")).toBe(`${addressOf(server)}/r/${code}`);
    expect(property(text, "og:image")).toBe(`${addressOf(server)}/share.png`);
    expect(text).toContain('<meta name="twitter:card" content="summary_large_image">');
    expect(text).toContain(`<meta http-equiv="refresh" content="0; url=/?room=${code}">`);
    expect(text).not.toContain("Secretive");
    await host.leave();
  });

  it("says what a room is called, if somebody chose that", async () => {
    const host = await createRoom(server, { name: "Secretive", roomName: "<b>Friday</b>" });
    const { text } = await get(`/r/${host.room.roomId}`);
    expect(property(text, "og:title")).toBe("&#60;b&#62;Friday&#60;/b&#62;: Brawl on Cloud Meadow, Pushback");
    expect(text).not.toContain("Secretive");
    await host.leave();
  });

  it("takes nothing unchecked from its address or its host into the page", async () => {
    const { text } = await get("/r/%22%3E%3Cscript%3E", { host: "evil.example" });
    expect(text).not.toMatch(/<script|evil/i);
    expect(text).toContain("url=/?room=unknown");
    expect((await get("/r/abc-de")).text).toContain("url=/?room=ABCDE");
  });

  it("tells nobody who guesses codes more than joining does", async () => {
    const host = await createRoom(server);
    let last = "";
    for (let i = 0; i <= 60; i++) last = (await get(`/r/${host.room.roomId}`)).text;
    expect(property(last, "og:title")).toBe("A match of Pushback");
    expect(last).toContain(`url=/?room=${host.room.roomId}`);
    await host.leave();
  });
});

describe("the page", () => {
  it("has a preview with an absolute picture", async () => {
    const html = await readFile(join(ROOT, "game-client/index.html"), "utf8");
    const page = withBase(html, "https://play.example.org", "/");
    expect(property(page, "og:image")).toBe("https://play.example.org/share.png");
    expect(property(page, "og:url")).toBe("https://play.example.org/");
    for (const name of ["og:title", "og:description", "og:image:width"])
      expect(property(page, name)).toBeTruthy();
  });

  it("links only to pictures that there are, of the size that it says", async () => {
    const html = await readFile(join(ROOT, "game-client/index.html"), "utf8");
    const manifest = await readFile(join(ROOT, "assets/public/manifest.webmanifest"), "utf8");
    const icons: { src: string }[] = JSON.parse(manifest).icons;
    const linked = [...html.matchAll(/<link[^>]* href="([^"]+)"/g)].map((match) => match[1] ?? "");
    for (const path of [...linked, ...icons.map(({ src }) => src), "/robots.txt", "/logo.png", "/plain.css"])
      expect((await readFile(join(ROOT, "assets/public", path))).length, path).toBeGreaterThan(0);
    const png = await readFile(join(ROOT, "assets/public/share.png"));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    const ico = await readFile(join(ROOT, "assets/public/favicon.ico"));
    expect([ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([1, 3]);
  });
});

describe("robots.txt", () => {
  it("lets whoever makes a preview look at the link to a room", async () => {
    const rules = await readFile(join(ROOT, "assets/public/robots.txt"), "utf8");
    expect(rules).toContain("Disallow: /matchmake/");
    expect(rules).not.toMatch(/Disallow: \/(r|$)/m);
  });
});

describe("an address where nothing is", () => {
  it("is a page to browsers and JSON to programs", async () => {
    const page = await get("/nothing", { accept: "text/html,application/xhtml+xml,*/*;q=0.8" });
    expect([page.status, page.type]).toEqual([404, "text/html; charset=utf-8"]);
    expect(page.text).toContain("<h1>There is nothing here</h1>");
    for (const accept of ["*/*", "application/json"]) {
      const answer = await get("/nothing", { accept });
      expect(answer.status).toBe(404);
      expect(JSON.parse(answer.text)).toEqual({
        code: 404,
        error: "nothing_here",
        sentence: "There is nothing here.",
      });
    }
  });
});
