import { CloseCode } from "@colyseus/sdk";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { RoomSession } from "#player/room-session.ts";
import { MATCH } from "#shared/tunables.ts";
import { alarm } from "#transports/simulated/delay-queue.ts";
import { fakeLine } from "./colyseus/fake-line.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "info").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The first two pauses (ms) of the SDK before it tries at the same address. */
const [FIRST_TRY, SECOND_TRY] = [200, 400];
const UNKNOWN = Object.assign(new Error("rooms_unknown"), { code: 503 });
const GONE = Object.assign(new Error("no_room"), { code: 410 });
const NO_ANSWER = new TypeError("fetch failed");

/** A player in a room, and what the matchmaker answers when the seat is asked for anew: the last answer over and over. */
function player(...answers: readonly (Error | "seat")[]) {
  return playerAmong(undefined, ...answers);
}

/** As `player`, where there are several processes: `processes` are the answers to the question which one has the room. */
function playerAmong(
  processes: readonly (Error | string)[] | undefined,
  ...answers: readonly (Error | "seat")[]
) {
  const line = fakeLine();
  const elsewhere = fakeLine();
  line.connect();
  elsewhere.connect();
  elsewhere.letIn("third");
  const next = new RoomSession(elsewhere.room);
  const asked: number[] = [];
  const take = async (token: string): Promise<RoomSession> => {
    expect(token).toBe("ROOM1:first");
    asked.push(Date.now() - began);
    const answer = answers[Math.min(asked.length, answers.length) - 1];
    if (answer === "seat") return next;
    throw answer;
  };
  const questions: number[] = [];
  const processOf = async (code: string): Promise<string> => {
    expect(code).toBe("ROOM1");
    questions.push(Date.now() - began);
    const answer = processes?.[Math.min(questions.length, processes.length) - 1];
    if (typeof answer === "string") return answer;
    throw answer;
  };
  const follow = { clock: { after: alarm, roll: () => 0 }, take, processOf: processes && processOf };
  const stay = new RoomSession(line.room, { follow });
  line.letIn("first");
  line.state();
  const ends: number[] = [];
  const moves: boolean[] = [];
  stay.onGone((code) => void ends.push(code));
  stay.onMoved((session, isElsewhere) => {
    expect(session).toBe(next);
    moves.push(isElsewhere);
  });
  const began = Date.now();
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return { ...line, stay, next, elsewhere, questions, asked, ends, moves, pass };
}

describe("a room that goes on in another process", () => {
  it("is followed at once when the server says so, and never tried for at the old address", async () => {
    const { hangUp, asked, moves, ends, addresses, pass, stay } = player("seat");
    hangUp(CloseCode.MAY_TRY_RECONNECT);
    expect(stay.isMoving).toBe(true);
    await pass(20_000);
    expect([asked, moves, ends, addresses.length]).toEqual([[0], [true], [], 1]);
  });

  it("is not what a page has done that cuts its own line: the SDK mends that", async () => {
    const { stay, asked, moves, addresses, letIn, pass } = player("seat");
    const backs: string[] = [];
    stay.onBack(() => void backs.push("back"));
    stay.cut();
    await pass(FIRST_TRY);
    expect(addresses.at(-1)).toContain("reconnectionToken=first");
    letIn("second");
    await pass(20_000);
    expect([asked, moves, backs]).toEqual([[], [], ["back"]]);
  });

  it("is not what the browser does when it goes offline, nor a reader that is too slow", async () => {
    const offline = player("seat");
    offline.room.connection.close(CloseCode.MAY_TRY_RECONNECT);
    const slow = player("seat");
    slow.hangUp(CloseCode.MAY_TRY_RECONNECT, "not_taken");
    await offline.pass(FIRST_TRY);
    expect([offline.asked, offline.addresses.length]).toEqual([[], 2]);
    expect([slow.asked, slow.addresses.length]).toEqual([[], 2]);
  });

  it("is looked for after two failed tries at the same address", async () => {
    const { hangUp, asked, moves, addresses, pass } = player("seat");
    hangUp(CloseCode.ABNORMAL_CLOSURE);
    await pass(FIRST_TRY);
    hangUp(CloseCode.ABNORMAL_CLOSURE);
    await pass(SECOND_TRY);
    expect(asked).toEqual([]);
    hangUp(CloseCode.ABNORMAL_CLOSURE);
    await pass(20_000);
    // The other session is at the same address: it was the line alone.
    expect([asked, moves, addresses.length]).toEqual([[FIRST_TRY + SECOND_TRY], [false], 3]);
  });

  it("is looked for when the token is refused at the same address", async () => {
    const { hangUp, asked, moves, ends, pass } = player("seat");
    hangUp(CloseCode.ABNORMAL_CLOSURE);
    await pass(FIRST_TRY);
    hangUp(CloseCode.FAILED_TO_RECONNECT, "seat_not_kept");
    await pass(0);
    expect([asked, moves, ends]).toEqual([[FIRST_TRY], [false], []]);
  });

  it("is asked for again and again while nobody knows it yet, ever more slowly", async () => {
    const { hangUp, asked, moves, pass } = player(
      UNKNOWN,
      NO_ANSWER,
      UNKNOWN,
      UNKNOWN,
      UNKNOWN,
      UNKNOWN,
      "seat",
    );
    hangUp(CloseCode.MAY_TRY_RECONNECT);
    await pass(20_000);
    const pauses = asked.map((at, i) => at - (asked[i - 1] ?? 0));
    expect([pauses, moves]).toEqual([[0, 100, 200, 400, 800, 1000, 1000], [true]]);
  });

  it("is lost when it is gone for good", async () => {
    const { hangUp, asked, ends, pass } = player(UNKNOWN, GONE);
    hangUp(CloseCode.MAY_TRY_RECONNECT);
    await pass(20_000);
    expect([asked.length, ends]).toEqual([2, [CloseCode.FAILED_TO_RECONNECT]]);
  });

  it("is lost when the seat is kept no longer", async () => {
    const { hangUp, asked, ends, pass } = player(UNKNOWN);
    hangUp(CloseCode.MAY_TRY_RECONNECT);
    await pass(MATCH.reconnectGrace * 1000);
    const tries = asked.length;
    await pass(20_000);
    expect([asked.length, ends]).toEqual([tries, [CloseCode.FAILED_TO_RECONNECT]]);
  });

  it("is left where it went by a player who leaves meanwhile", async () => {
    const { hangUp, stay, next, moves, ends, elsewhere, pass } = player(UNKNOWN, "seat");
    hangUp(CloseCode.MAY_TRY_RECONNECT);
    const left = stay.leave();
    await pass(100);
    expect(next.isConnected).toBe(true);
    elsewhere.hangUp(CloseCode.CONSENTED);
    await left;
    expect([moves, ends]).toEqual([[], [CloseCode.CONSENTED]]);
  });

  it("is not looked for any more by whoever gives up", async () => {
    const { hangUp, stay, asked, ends, pass } = player(UNKNOWN);
    hangUp(CloseCode.MAY_TRY_RECONNECT);
    await pass(0);
    stay.giveUp();
    await pass(20_000);
    expect([asked.length, ends]).toEqual([1, [CloseCode.FAILED_TO_RECONNECT]]);
  });
});

describe("a room of several processes", () => {
  /** The process in the address at which the player is. */
  const HERE = "process";

  it("is asked for at once when the line is lost, and followed without another try at the old address", async () => {
    const { hangUp, questions, asked, moves, ends, addresses, pass } = playerAmong(["other"], "seat");
    hangUp(CloseCode.ABNORMAL_CLOSURE);
    await pass(20_000);
    expect([questions, asked, moves, ends, addresses.length]).toEqual([[0], [0], [true], [], 1]);
  });

  it("is asked for again after the first try, and looked for after the second whatever is known", async () => {
    const { hangUp, questions, moves, addresses, pass } = playerAmong([HERE, UNKNOWN, "other"], "seat");
    hangUp(CloseCode.ABNORMAL_CLOSURE);
    await pass(FIRST_TRY);
    hangUp(CloseCode.ABNORMAL_CLOSURE);
    await pass(SECOND_TRY);
    hangUp(CloseCode.ABNORMAL_CLOSURE);
    await pass(20_000);
    // Nobody had said so, and the other session is at the same address.
    expect([questions, moves, addresses.length]).toEqual([[0, FIRST_TRY], [false], 3]);
  });

  it("is asked for when nothing comes for a second, and its line is closed once it is elsewhere", async () => {
    const { questions, asked, moves, ends, stay, pass } = playerAmong(["other"], "seat");
    const drops: boolean[] = [];
    stay.onDrop(() => void drops.push(stay.isMoving));
    await pass(20_000);
    expect(questions).toEqual([1250]);
    expect([asked, moves, drops, ends]).toEqual([[1250], [true], [true], []]);
    expect(stay.isConnected).toBe(false);
  });

  it("is left alone while it is where it was, however often that is asked", async () => {
    const { questions, asked, moves, ends, addresses, stay, pass } = playerAmong([UNKNOWN, HERE], "seat");
    await pass(6000);
    expect(questions).toEqual([1250, 3250, 5250]);
    expect([asked, moves, ends, addresses.length, stay.isConnected]).toEqual([[], [], [], 1, true]);
  });

  it("is not asked for while it says something, nor by a page that stood still", async () => {
    const { questions, state, pass } = playerAmong(["other"], "seat");
    for (let ms = 0; ms < 5000; ms += 200) {
      await pass(200);
      state();
    }
    // What has come meanwhile is read before the next look.
    vi.setSystemTime(Date.now() + 60_000);
    state();
    await pass(900);
    expect(questions).toEqual([]);
  });

  it("is not asked for any more by whoever has left or gives up", async () => {
    const left = playerAmong(["other"], "seat");
    left.hangUp(CloseCode.CONSENTED);
    const away = playerAmong(["other"], "seat");
    away.stay.giveUp();
    await away.pass(20_000);
    expect([left.questions, away.questions, left.asked, away.asked]).toEqual([[], [], [], []]);
  });
});
