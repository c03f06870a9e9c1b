import { describe, expect, it } from "vitest";
import { Dresser, isNumbered } from "#client/session/dresser.ts";
import { packLook } from "#shared/look.ts";
import { HandClock } from "../../../support/hand-clock.ts";

const look = (color: number) => ({ color, pattern: 0, hat: 0 });
const packed = (color: number) => packLook(look(color));

/** What the server takes: five at once, and one in a second for long. */
const BURST = 5;

function open() {
  const clock = new HandClock();
  const asked: { at: number; name?: string | undefined; look?: number | undefined }[] = [];
  const dresser = new Dresser({
    ask: (wanted) => asked.push({ at: clock.now(), ...wanted }),
    now: () => clock.now(),
    after: (ms, callback) => clock.after(ms, callback),
  });
  return { clock, asked, dresser, pass: (ms: number) => clock.pass(ms) };
}

describe("somebody who clicks through looks", () => {
  it("asks for the last one, once", () => {
    const { asked, dresser, pass } = open();
    for (const color of [1, 2, 3]) {
      dresser.look(look(color));
      pass(100);
    }
    expect(asked).toEqual([]);
    pass(1000);
    expect(asked.map(({ look: wanted }) => wanted)).toEqual([packed(3)]);
    pass(10_000);
    expect(asked).toHaveLength(1);
  });

  it("never asks oftener than the server takes it, however long they go on, and the last click counts", () => {
    const { asked, dresser, pass } = open();
    const seconds = 40;
    for (let click = 0; click < seconds * 2; click++) {
      dresser.look(look(click % 8));
      pass(500);
    }
    pass(5000);
    expect(asked.length).toBeLessThanOrEqual(seconds + BURST);
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.at(-1)?.look).toBe(packed((seconds * 2 - 1) % 8));
  });

  it("has what they chose last when they go before it is asked for", () => {
    const { asked, dresser } = open();
    dresser.look(look(5));
    dresser.flush();
    dresser.flush();
    expect(asked).toMatchObject([{ look: packed(5) }]);
  });
});

describe("a name", () => {
  it("is asked for at once, without a look", () => {
    const { asked, dresser } = open();
    dresser.name("Ann");
    expect(asked).toEqual([{ at: 0, name: "Ann" }]);
  });

  it("goes along with a look that is still waiting", () => {
    const { asked, dresser, pass } = open();
    dresser.look(look(2));
    dresser.name("Ann");
    pass(5000);
    expect(asked).toEqual([{ at: 0, name: "Ann", look: packed(2) }]);
  });

  it.each([
    ["Ann 2", "Ann", true],
    ["ann 12", " ANN ", true],
    ["Abcdefghijklmn 2", "Abcdefghijklmnop", true],
    ["Ann", "Ann", false],
    ["Ann 2", "Ann 2", false],
    ["Bob 2", "Ann", false],
    ["Ann", "Annabel", false],
  ])("%s is %s with a number: %s", (worn, chosen, numbered) => {
    expect(isNumbered(worn, chosen)).toBe(numbered);
  });
});

describe("what the room says", () => {
  it("is not believed while the choice is under way, but a moment later", () => {
    const { dresser, pass } = open();
    expect(dresser.settled.value).toBe(true);
    dresser.look(look(1));
    expect(dresser.settled.value).toBe(false);
    pass(400);
    expect(dresser.settled.value).toBe(false);
    dresser.look(look(2));
    // The answer to the first is none to the second.
    pass(1000);
    expect(dresser.settled.value).toBe(false);
    pass(2000);
    expect(dresser.settled.value).toBe(true);
  });
});
