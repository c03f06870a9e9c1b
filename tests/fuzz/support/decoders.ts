import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect } from "vitest";
import { InputReader } from "#room/input-reader.ts";
import { cleanName, NAME_LENGTH } from "#room/names.ts";
import { COMMANDS } from "#server/commands/table.ts";
import { parseJoinOptions } from "#server/matchmaking/join-options.ts";
import { protocolOf } from "#server/protocol.ts";
import { ArenaError } from "#shared/arena/map-reader.ts";
import { parseArena } from "#shared/arena/parse-arena.ts";
import { readRefusal } from "#shared/refusals/refusal.ts";
import { REFUSALS } from "#shared/refusals/sentences.ts";
import { WireError } from "#transports/http/batch.ts";
import { Link } from "#transports/http/link.ts";
import { addressOf } from "#transports/limits/address.ts";
import { FrameRules, isInputFrame } from "#transports/pipeline/frames.ts";
import { DatagramLine } from "#transports/webrtc/datagrams/line.ts";
import { cleanOffer } from "#transports/webrtc/description.ts";

const rules = new FrameRules(protocolOf(COMMANDS));

/** Calls, and lets only errors of a class through that the caller is prepared for. */
function orRefuses(refusal: new (...values: never[]) => Error, call: () => void): void {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(refusal);
  }
}

/** Frames one after the other, as a connection hands them on; what is no frame of ours ends it. */
export function readFrames(frames: readonly (readonly number[])[]): void {
  const reader = new InputReader();
  for (const bytes of frames) {
    const frame = Uint8Array.from(bytes);
    if (!rules.isLegal(frame) || !isInputFrame(frame)) continue;
    const input = reader.read(frame, 1);
    expect(Math.hypot(input.moveX, input.moveY)).toBeLessThanOrEqual(1.01);
    expect(Number.isSafeInteger(input.tick) && Number.isFinite(input.aim)).toBe(true);
  }
}

/** Batches of one conversation; each record comes once, whatever is said of it. */
export function readBatches(batches: readonly (readonly number[])[]): void {
  const link = new Link();
  link.send(Uint8Array.of(1));
  let frames = 0;
  for (const bytes of batches) {
    orRefuses(WireError, () => {
      const received = link.receive(Uint8Array.from(bytes));
      frames += received.frames.length;
    });
    expect(frames).toBeLessThanOrEqual(link.received);
    expect(link.acked).toBeLessThanOrEqual(link.sent);
  }
}

/** Messages of both channels of one conversation; the line says what it does not understand, and keeps no more than it may. */
export function readDatagrams(messages: readonly { reliable: boolean; bytes: readonly number[] }[]): void {
  let now = 0;
  let got = 0;
  let sent = 0;
  const line = new DatagramLine(
    { sendDatagram() {}, sendReliable() {}, datagramsWaiting: 0, close() {} },
    { frame: (bytes) => (got += bytes.length), closed() {}, garbled() {} },
    { now: () => now, soon: (callback) => callback() },
  );
  for (const { reliable, bytes } of messages) {
    now += 7;
    sent += bytes.length;
    if (reliable) line.onReliable(Uint8Array.from(bytes));
    else line.onDatagram(Uint8Array.from(bytes));
    line.pulse();
    expect(got).toBeLessThanOrEqual(sent);
  }
}

/** A description: what is left of it names no address. */
export function readOffer(sdp: string): void {
  const clean = cleanOffer(sdp);
  if (clean === undefined) return;
  expect(clean).not.toMatch(/^a=candidate/m);
  expect(clean.match(/^m=/gm)).toHaveLength(1);
}

/** Options out of a body, which are legal or refused for a reason that pages know; and the name that is made of them. */
export function readOptions(value: unknown): void {
  const body: unknown = JSON.parse(JSON.stringify(value) ?? "null");
  let name: string;
  try {
    name = cleanName(parseJoinOptions(body).name);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    expect(readRefusal(said, REFUSALS), said).toBeDefined();
    return;
  }
  expect([...name].length).toBeLessThanOrEqual(NAME_LENGTH);
  expect(name.isWellFormed()).toBe(true);
}

/** The map of an arena, which can be played on or is refused in words. */
export function readArena(json: unknown): void {
  orRefuses(ArenaError, () => {
    const { spawns, width, height } = parseArena("fuzz", json);
    for (const { x, y } of spawns) expect(x >= 0 && y >= 0 && x <= width && y <= height).toBe(true);
  });
}

/** What proxies say of an address: some text for the limits to count by, whatever it is. */
export function readAddress(header: string): void {
  const request = new IncomingMessage(new Socket());
  request.headers["x-forwarded-for"] = header;
  for (const proxies of [0, 1, 8]) expect(addressOf(request, proxies)).toBeTypeOf("string");
  expect(Object.keys(Object.prototype)).toEqual([]);
}
