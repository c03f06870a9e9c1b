import { beforeEach, describe, expect, it } from "vitest";
import { Shelf } from "#client/offline/shelf.ts";

const SCOPE = "https://host/game/";

/** Caches as a browser has them, as far as they are used. */
class FakeCaches {
  readonly all = new Map<string, Map<string, Response>>();

  async open(name: string): Promise<Cache> {
    const kept = this.all.get(name) ?? new Map<string, Response>();
    this.all.set(name, kept);
    const cache = {
      put: async (url: string, answer: Response) => void kept.set(url, answer),
      match: async (url: string) => kept.get(url)?.clone(),
    };
    return cache as unknown as Cache;
  }

  async keys(): Promise<string[]> {
    return [...this.all.keys()];
  }

  async delete(name: string): Promise<boolean> {
    return this.all.delete(name);
  }

  async match(url: string): Promise<Response | undefined> {
    return [...this.all.values()]
      .find((kept) => kept.has(url))
      ?.get(url)
      ?.clone();
  }
}

let caches: FakeCaches;
/** What the network gives: a text by address; nothing answers while it is undefined. */
let network: Map<string, string> | undefined;
/** What waits for the patience to run out. */
let late: (() => void)[];

beforeEach(() => {
  caches = new FakeCaches();
  network = new Map();
  late = [];
});

function deploy(version: string): void {
  network = new Map([
    [SCOPE, `<html>page of ${version}`],
    [`${SCOPE}assets/index-${version}.js`, `script of ${version}`],
    [`${SCOPE}icon.svg`, "picture"],
    [`${SCOPE}api/rooms`, "rooms"],
  ]);
}

function shelf(version: string): Shelf {
  return new Shelf({
    caches,
    async fetch(request) {
      const url = typeof request === "string" ? request : request.url;
      if (network === undefined) throw new TypeError("There is no network.");
      const text = network.get(url.replace(/\?.*/, ""));
      return new Response(text ?? "", { status: text === undefined ? 404 : 200 });
    },
    after(_ms, callback) {
      late.push(callback);
      return () => {};
    },
    scope: SCOPE,
    version,
    files: ["", `assets/index-${version}.js`, "icon.svg"],
  });
}

/** A request of a page; one of the address bar when it is for the page itself. */
function ask(path: string, mode: RequestMode = "no-cors", method = "GET"): Request {
  return { url: SCOPE + path, mode, method } as Request;
}

async function textOf(answer: ReturnType<Shelf["answer"]>): Promise<string | undefined> {
  return (await answer)?.text();
}

describe("the shelf", () => {
  it("gives the newest page while there is a network, and the kept one when there is none", async () => {
    deploy("one");
    const one = shelf("one");
    await one.fill();
    deploy("two");
    expect(await textOf(one.answer(ask("?room=ABCDE", "navigate")))).toBe("<html>page of two");
    network = undefined;
    expect(await textOf(one.answer(ask("", "navigate")))).toBe("<html data-kept>page of one");
    expect(await textOf(one.answer(ask("assets/index-one.js")))).toBe("script of one");
    expect(await textOf(one.answer(ask("icon.svg")))).toBe("picture");
  });

  it("waits for a slow network no longer than its patience", async () => {
    deploy("one");
    const one = shelf("one");
    await one.fill();
    const slow = new Shelf({
      caches,
      fetch: () => new Promise(() => {}),
      after: (_ms, callback) => {
        late.push(callback);
        return () => {};
      },
      scope: SCOPE,
      version: "one",
      files: [""],
    });
    const answer = slow.answer(ask("", "navigate"));
    late.at(-1)?.();
    expect(await textOf(answer)).toBe("<html data-kept>page of one");
  });

  it("keeps the files of the build before for pages that are open, and of none before that", async () => {
    for (const version of ["one", "two", "three"]) {
      deploy(version);
      await shelf(version).fill();
      await shelf(version).clear();
    }
    expect(await caches.keys()).toEqual(["pushback-page-two", "pushback-page-three"]);
    network = undefined;
    expect(await textOf(shelf("three").answer(ask("assets/index-two.js")))).toBe("script of two");
    expect(await textOf(shelf("three").answer(ask("", "navigate")))).toBe("<html data-kept>page of three");
  });

  it("keeps all of a build or nothing", async () => {
    deploy("one");
    network?.delete(`${SCOPE}icon.svg`);
    await expect(shelf("one").fill()).rejects.toThrow("icon.svg answers 404");
    expect(await caches.keys()).toEqual([]);
  });

  it("leaves everything else alone", () => {
    const one = shelf("one");
    for (const path of ["api/rooms", "matchmake/joinOrCreate/arena", "transports/sse", "metrics", "healthz"])
      expect(one.answer(ask(path)), path).toBeUndefined();
    expect(one.answer(ask("r/ABCDE", "navigate"))).toBeUndefined();
    expect(one.answer(ask("lab", "navigate"))).toBeUndefined();
    expect(one.answer(ask("", "navigate", "POST"))).toBeUndefined();
    expect(one.answer({ url: "https://other/", mode: "navigate", method: "GET" } as Request)).toBeUndefined();
  });
});
