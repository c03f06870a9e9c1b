import { describe, expect, it } from "vitest";
import { UsageError } from "#bots/load/usage.ts";
import { terminalCode } from "#server/terminal-code.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { SeatState } from "#shared/state/seat-state.ts";
import { RoomNews } from "../../../tools/room/news.ts";
import { parseOptions } from "../../../tools/room/options.ts";
import { readTerminalCode } from "../../support/terminal-picture.ts";

describe("the arguments of npm run room", () => {
  it("say what the room is like, and leave the rest to the server", () => {
    expect(parseOptions(["--arena", "meadow", "--seats", "6", "--private", "--net-rate", "50"])).toEqual({
      ...{ server: undefined, arena: "meadow", mode: undefined, name: undefined, seats: 6, bots: undefined },
      ...{ skill: undefined, time: undefined, netRate: 50, private: true, password: undefined },
    });
    expect(parseOptions(["--server", "https://play.example.org/"]).server).toBe("https://play.example.org");
  });

  it.each([
    [["--mode", "chess"], /--mode: expected one of .*brawl.*found "chess"/],
    [["--seats", "1"], /--seats: expected a whole number from 2 to 128, found "1"/],
    [["--seats", ""], /--seats/],
    [["--bots", "2.5"], /--bots/],
    [["--time", "5"], /--time: .*30 to 1800/],
    [["--skill", "godlike"], /--skill: .*easy/],
    [["--net-rate", "60"], /--net-rate: expected one of 10, 25, 50/],
    [["--name", "   "], /--name: .*not only blanks/],
    [["--password", ""], /--password/],
    [["--server", "play.example.org"], /--server: expected an address/],
    [["--nonsense"], /nonsense/],
    [["meadow"], /meadow/],
  ])("are refused in words when they make no sense: %j", (args, words) => {
    expect(() => parseOptions(args)).toThrow(UsageError);
    expect(() => parseOptions(args)).toThrow(words);
  });
});

describe("the QR code in a terminal", () => {
  it.each(["http://192.168.0.7:2567/r/K7QXM", "https://play.example.org/r/ABCDE"])("reads %s", (link) => {
    expect(readTerminalCode(terminalCode(link))).toBe(link);
  });
});

describe("the news of a room", () => {
  function scene() {
    const state = new ArenaState();
    const news = new RoomNews("self");
    const sit = (id: string, name: string, bot = false): SeatState => {
      const seat = new SeatState();
      Object.assign(seat, { name, bot });
      state.seats.set(id, seat);
      return seat;
    };
    sit("self", "Host");
    state.hostId = "self";
    return { state, sit, read: () => news.read(state) };
  }

  it("are who came, left, was cut and is host, and how matches go", () => {
    const { state, sit, read } = scene();
    sit("bot", "Noodle", true);
    expect(read()).toEqual([]);
    const ann = sit("a", "Ann");
    expect(read()).toEqual(["Ann has come in. 1 person is in the room."]);
    sit("b", "Bob");
    ann.connected = false;
    expect(read()).toEqual(["Ann has lost the connection.", "Bob has come in. 2 people are in the room."]);
    ann.connected = true;
    state.phase = "playing";
    expect(read()).toEqual(["Ann is back.", "The match has begun."]);
    state.phase = "results";
    state.winners.push("b");
    expect(read()).toEqual(["The match is over. Winner: Bob."]);
    state.hostId = "b";
    state.seats.delete("a");
    expect(read()).toEqual(["Ann has left. 1 person is in the room.", "Bob is host now."]);
    state.hostId = "self";
    expect(read()).toEqual(["You are host now."]);
    expect(read()).toEqual([]);
  });
});
