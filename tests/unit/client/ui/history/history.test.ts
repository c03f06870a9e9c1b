import { describe, expect, it } from "vitest";
import { BackStack } from "#client/ui/history/back-stack.ts";
import { stepsBack } from "#client/ui/history/back-steps.ts";
import { nextRandom } from "#shared/random.ts";

/** A browser's history whose walks arrive when the test says so, with a page on it that is some steps deep. */
function createBrowser(before = 3) {
  const entries: { state: unknown; url: string }[] = Array.from({ length: before }, () => ({
    state: null,
    url: "elsewhere",
  }));
  entries.push({ state: null, url: "/" });
  let at = before;
  const walks: number[] = [];
  const page = { depth: 0, left: false };
  const write = (state: unknown, url: string) => {
    entries[at] = { state, url };
  };
  const stack = new BackStack({
    history: {
      get state() {
        return entries[at]?.state ?? null;
      },
      replaceState: (state, _unused, url) => write(state, url),
      pushState: (state, _unused, url) => {
        at += 1;
        entries.length = at;
        write(state, url);
      },
      go: (delta) => walks.push(delta),
    },
    address: () => `/${page.depth}`,
    stepBack: () => go(page.depth - 1),
  });
  stack.refresh();

  function go(depth: number): void {
    page.depth = depth;
    stack.want(depth);
  }
  function travel(delta: number): void {
    const to = Math.min(entries.length - 1, Math.max(0, at + delta));
    if (to === at) return;
    at = to;
    page.left = at < before;
    if (!page.left) stack.arrived(entries[at]?.state ?? null);
  }
  return {
    page,
    go,
    /** The player presses Back or Forward, and everything comes to rest. */
    press(delta: 1 | -1): void {
      travel(delta);
      this.rest();
    },
    rest(): void {
      for (let walk = walks.shift(); walk !== undefined; walk = walks.shift()) travel(walk);
    },
    travel,
    get position() {
      return at - before;
    },
    get length() {
      return entries.length - before;
    },
    get url() {
      return entries[at]?.url;
    },
  };
}

describe("Back", () => {
  it("takes one step in the page each time, and leaves the site from the menu", () => {
    const browser = createBrowser();
    browser.go(3);
    for (const depth of [2, 1, 0]) {
      browser.press(-1);
      expect(browser.page).toEqual({ depth, left: false });
      expect(browser.position).toBe(depth);
    }
    browser.press(-1);
    expect(browser.page.left).toBe(true);
  });

  it("leaves the site from the menu although one came back there by other ways", () => {
    const browser = createBrowser();
    browser.go(3);
    browser.go(2);
    browser.rest();
    browser.go(0);
    browser.rest();
    expect(browser.position).toBe(0);
    browser.press(-1);
    expect(browser.page.left).toBe(true);
  });

  it("takes one step only, however far a player jumps at once", () => {
    const browser = createBrowser();
    browser.go(3);
    browser.travel(-3);
    browser.rest();
    expect(browser.page).toEqual({ depth: 2, left: false });
    expect(browser.position).toBe(2);
  });
});

describe("Forward", () => {
  it("does nothing, and Back after it is not lost", () => {
    const browser = createBrowser();
    browser.go(2);
    browser.press(-1);
    browser.press(1);
    expect(browser.page.depth).toBe(1);
    expect(browser.position).toBe(1);
    browser.press(-1);
    expect(browser.page.depth).toBe(0);
  });
});

describe("the entries", () => {
  it("are no more than the steps, however often menus open and close", () => {
    const browser = createBrowser();
    for (let time = 0; time < 20; time++) {
      browser.go(3);
      browser.rest();
      browser.go(2);
      browser.rest();
    }
    expect(browser.length).toBeLessThanOrEqual(4);
    expect(browser.url).toBe("/2");
  });

  it("are right again once all has come to rest, whatever happened meanwhile", () => {
    let state = 7;
    const random = (below: number) => {
      const next = nextRandom(state);
      state = next.state;
      return Math.floor(next.value * below);
    };
    const browser = createBrowser(50);
    for (let step = 0; step < 2000; step++) {
      const kind = random(4);
      if (kind === 0) browser.go(random(5));
      else if (kind === 1) browser.travel(1);
      else if (kind === 2 && browser.position > 0) browser.travel(-1);
      else browser.rest();
      browser.rest();
      expect(browser.position).toBe(browser.page.depth);
    }
  });

  it("carry on after a reload where they were", () => {
    const replaced: unknown[] = [];
    const walks: number[] = [];
    const stack = new BackStack({
      history: {
        state: { entry: 3 },
        pushState: () => expect.unreachable(),
        replaceState: (state) => replaced.push(state),
        go: (delta) => walks.push(delta),
      },
      address: () => "/",
      stepBack: () => expect.unreachable(),
    });
    stack.want(1, true);
    stack.want(3);
    stack.refresh();
    expect([replaced, walks]).toEqual([[{ entry: 3 }], []]);
  });
});

describe("the steps back", () => {
  it("lead from a match over its menu and the question out of it", () => {
    expect(stepsBack("match", [], false)).toBe(3);
    expect(stepsBack("match", ["pause"], false)).toBe(2);
    expect(stepsBack("match", ["pause", "leave"], false)).toBe(1);
    expect(stepsBack("menu", [], false)).toBe(0);
  });

  it("close what lies over the menus one by one", () => {
    expect(stepsBack("match", ["pause", "settings"], false)).toBe(3);
    expect(stepsBack("match", ["pause", "settings", "network"], false)).toBe(4);
    expect(stepsBack("match", ["network"], false)).toBe(4);
    expect(stepsBack("menu", ["settings", "network"], false)).toBe(2);
    expect(stepsBack("menu", [], true)).toBe(1);
    expect(stepsBack("connecting", [], false)).toBe(1);
  });
});
