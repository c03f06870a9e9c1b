import { pino } from "pino";
import { expect, it } from "vitest";
import { RoomFaults } from "#server/rooms/room-faults.ts";

function roomFaults() {
  const lines: string[] = [];
  const told = { faults: 0, givenUp: 0 };
  const faults = new RoomFaults(
    pino({ base: null }, { write: (line: string) => lines.push(line) }),
    () => {
      told.faults += 1;
    },
    () => {
      told.givenUp += 1;
    },
  );
  return { lines, told, faults };
}

function fails(): never {
  throw new Error("a tile that is none");
}

it("a fault that comes again and again is logged once, with its cause, and counted each time", () => {
  const { lines, told, faults } = roomFaults();
  for (let i = 0; i < 100; i++) {
    faults.run("step", () => {});
    faults.run("step", fails);
  }
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain("a tile that is none");
  expect(told).toEqual({ faults: 100, givenUp: 0 });
});

it("a room is given up after five failures of the same part in a row, and once", () => {
  const { told, faults } = roomFaults();
  for (let i = 0; i < 10; i++) {
    faults.run("step", () => {});
    faults.run("patch", fails);
  }
  expect(told).toEqual({ faults: 5, givenUp: 1 });
});

it("what players cause does not close their room, and fills no log", () => {
  const { lines, told, faults } = roomFaults();
  for (let i = 0; i < 1000; i++) faults.note("onMessage", new Error(`nonsense ${i}`));
  expect(told).toEqual({ faults: 1000, givenUp: 0 });
  expect(lines).toHaveLength(10);
});
