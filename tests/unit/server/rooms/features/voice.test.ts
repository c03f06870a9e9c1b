import { getMessageBytes, Protocol } from "@colyseus/core";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "#server/commands/table.ts";
import { protocolOf } from "#server/protocol.ts";
import { MAX_SDP } from "#shared/voice.ts";
import { roomScene } from "../../../../support/room-scene.ts";

const SDP = "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n";
const OFFER = { kind: "description", call: 1, type: "offer", sdp: SDP };
/** Signals at once of one seat, and of a room: the bursts of the limits. */
const OF_SEAT = 160;
const OF_ROOM = 2000;

/** Ann, Ben and Cleo play, Dora watches; Ann and Ben have voice on. */
function scene() {
  const room = roomScene({ commands: COMMANDS, options: { maxPlayers: 16 } });
  for (const id of ["ann", "ben", "cleo", "dora"]) room.join(id);
  room.give("dora", "watch");
  const told = (id: string) =>
    room.sent.filter(({ to, type }) => to === id && type === "voice").map(({ message }) => message);
  const signals = (id: string) => told(id).filter((one) => (one as { kind: string }).kind === "signal");
  room.give("ann", "joinVoice", { team: false });
  room.give("ben", "joinVoice", { team: true });
  return { ...room, told, signals };
}

describe("who has voice on", () => {
  it("is told to those who have, with the servers for the newcomer first", () => {
    const { told } = scene();
    const ann = { id: "ann", team: false };
    expect(told("ben")).toEqual([
      { kind: "servers", servers: [{ urls: "turn:turn.example.org", username: "ben", credential: "x" }] },
      { kind: "talkers", talkers: [ann, { id: "ben", team: true }] },
    ]);
    expect(told("ann").slice(1)).toEqual([
      { kind: "talkers", talkers: [ann] },
      { kind: "talkers", talkers: [ann, { id: "ben", team: true }] },
    ]);
    expect(told("cleo")).toEqual([]);
  });

  it("ends when they turn it off, drop out, leave, or watch", () => {
    const without = { kind: "talkers", talkers: [{ id: "ann", team: false }] };
    for (const go of [
      (room: ReturnType<typeof scene>) => void room.give("ben", "leaveVoice"),
      (room: ReturnType<typeof scene>) => room.features.dropped("ben"),
      (room: ReturnType<typeof scene>) => room.leave("ben"),
      (room: ReturnType<typeof scene>) => {
        room.give("ben", "watch");
        room.features.afterStep([]);
      },
    ]) {
      const room = scene();
      go(room);
      expect(room.told("ann").at(-1)).toEqual(without);
      room.give("ann", "signalVoice", { to: "ben", signal: OFFER });
      expect(room.signals("ben")).toEqual([]);
    }
  });

  it("is told no more often than a room can bear, and the last word is told in any case", () => {
    const { give, told, features, clock } = scene();
    for (let i = 0; i < 200; i++) {
      clock.now += 1000;
      give("ben", "joinVoice", { team: i % 2 === 0 });
    }
    const talkers = (): unknown[] =>
      told("ann").filter((one) => (one as { kind: string }).kind === "talkers");
    // Those at once, the first two of the scene among them.
    expect(talkers()).toHaveLength(32);
    for (let step = 0; step < 25; step++) features.afterStep([]);
    expect(talkers()).toHaveLength(33);
    expect(talkers().at(-1)).toEqual({
      kind: "talkers",
      talkers: [
        { id: "ann", team: false },
        { id: "ben", team: false },
      ],
    });
    // What changes nothing is told to nobody but the page that has asked again.
    const before = told("ben").length;
    give("ben", "joinVoice", { team: false });
    for (let step = 0; step < 25; step++) features.afterStep([]);
    expect(talkers()).toHaveLength(33);
    expect(told("ben").slice(before)).toMatchObject([
      { kind: "servers" },
      { kind: "talkers", talkers: [{ id: "ann" }, { id: "ben" }] },
    ]);
  });

  it("is no spectator, who is told why", () => {
    const { give, told } = scene();
    const [answer] = give("dora", "joinVoice", { team: false });
    expect(answer).toMatchObject({ type: "refused", message: { command: "joinVoice", why: "players_only" } });
    expect(told("dora")).toEqual([]);
  });
});

describe("a signal", () => {
  it("goes to the one it is for, with who sent it", () => {
    const { give, signals } = scene();
    give("ann", "signalVoice", { to: "ben", signal: OFFER });
    expect(signals("ben")).toEqual([{ kind: "signal", from: "ann", signal: OFFER }]);
    expect(signals("ann")).toEqual([]);
  });

  it("goes nowhere unless both have voice on and are two", () => {
    const { give, sent } = scene();
    const before = sent.length;
    for (const [from, to] of [
      ["ann", "cleo"],
      ["cleo", "ann"],
      ["ann", "ann"],
      ["ann", "nobody"],
      ["dora", "ann"],
      ["ann", "__proto__"],
    ] as const)
      give(from, "signalVoice", { to, signal: OFFER });
    expect(sent.slice(before).filter(({ type }) => type === "voice")).toEqual([]);
  });

  it("is no command in any other form, so that the guard ends the connection that sends it", () => {
    const { isMessage } = protocolOf(COMMANDS);
    const frame = (signal: unknown): Uint8Array =>
      getMessageBytes.raw(Protocol.ROOM_DATA, "signalVoice", { to: "ben", signal });
    const candidate = { candidate: "candidate:1 1 udp 1 192.0.2.1 9 typ host", mid: "0" };
    expect(isMessage(frame(OFFER))).toBe(true);
    expect(isMessage(frame({ kind: "candidates", call: 1, candidates: [candidate] }))).toBe(true);
    for (const bad of [
      {},
      { kind: "hello", call: 0 },
      { kind: "hello", call: 1, more: 1 },
      { ...OFFER, type: "rollback" },
      { ...OFFER, sdp: "" },
      { ...OFFER, sdp: `${SDP}m=video 9 UDP/TLS/RTP/SAVPF 96\r\n` },
      { ...OFFER, sdp: SDP.replace("audio", "application") },
      { ...OFFER, sdp: SDP + "a".repeat(MAX_SDP) },
      { kind: "candidates", call: 1, candidates: [] },
      { kind: "candidates", call: 1, candidates: Array(4).fill(candidate) },
      { kind: "candidates", call: 1, candidates: [{ ...candidate, candidate: "x".repeat(1000) }] },
    ])
      expect(isMessage(frame(bad)), JSON.stringify(bad).slice(0, 80)).toBe(false);
  });

  it("is one of so many of a seat, and costs others nothing", () => {
    const { give, signals, clock } = scene();
    give("cleo", "joinVoice", { team: false });
    for (let i = 0; i < OF_SEAT + 50; i++) give("ann", "signalVoice", { to: "ben", signal: OFFER });
    expect(signals("ben").length).toBe(OF_SEAT);
    give("cleo", "signalVoice", { to: "ben", signal: OFFER });
    expect(signals("ben").length).toBe(OF_SEAT + 1);
    clock.now += 1000;
    give("ann", "signalVoice", { to: "ben", signal: OFFER });
    expect(signals("ben").length).toBe(OF_SEAT + 2);
  });

  it("is one of so many of a room", () => {
    const room = scene();
    const others = Array.from({ length: OF_ROOM / OF_SEAT }, (_, i) => `p${i}`);
    for (const id of others) {
      room.join(id);
      room.give(id, "joinVoice", { team: false });
    }
    for (const id of ["ann", ...others])
      for (let i = 0; i < OF_SEAT; i++) room.give(id, "signalVoice", { to: "ben", signal: OFFER });
    expect(room.signals("ben").length).toBe(OF_ROOM);
  });
});
