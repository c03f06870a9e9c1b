import fc from "fast-check";
import { z } from "zod";
import { TRANSPORTS, type TransportName } from "#transports/contract/names.ts";
import { batch, batchOf, counter } from "./batches.ts";
import { datagram, datagramOf, reliable } from "./datagrams.ts";
import { CONFIRM, frame, GOODBYE, oddFrame } from "./frames.ts";

/**
 * A seat and what is sent from it. A message is a word and bytes in hexadecimal: `frame` over WebSocket, `batch` (a POST) and
 * `get` (its `ack`, as text) over the transports by HTTP, `datagram` and `reliable` over WebRTC.
 */
export const Session = z.object({
  transport: z.enum(TRANSPORTS),
  messages: z.array(z.string()),
  /** How it ends: a good-bye, a line that breaks, or one that breaks and comes back to send everything again. */
  end: z.enum(["leave", "drop", "return"]),
});
export type Session = z.infer<typeof Session>;

const hex = (bytes: readonly number[]): string => Buffer.from(bytes).toString("hex");
/** Most messages of a session. */
const MAX_MESSAGES = 60;
const frames = fc
  .tuple(
    fc.nat(11),
    fc.array(frame, { minLength: 1, maxLength: MAX_MESSAGES, size: "max" }),
    fc.array(oddFrame, { maxLength: 3 }),
  )
  // Now and then a seat is never confirmed, or is spoken from before it is. What breaks the rules comes last.
  .map(([silent, some, odd]) => [...(silent === 0 ? [] : [CONFIRM]), ...some, ...odd]);

/** Frames in batches that are numbered as they should be. */
function inBatches(all: readonly (readonly number[])[]): string[] {
  return all.map((bytes, i) => `batch ${hex(batchOf(0, i + 1, [bytes]))}`);
}

const ack = fc.oneof(
  fc.nat(5).map(String),
  fc.constantFrom("", "-1", "NaN", "1e3", "4294967296", "%00", "0&ack=1", "1.5"),
);
const overHttp = fc.oneof(
  { weight: 2, arbitrary: frames.map(inBatches) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        frames,
        fc.array(
          fc.oneof(
            batch(oddFrame).map((bytes) => `batch ${hex(bytes)}`),
            ack.map((text) => `get ${text}`),
            fc.tuple(counter, oddFrame).map(([first, bytes]) => `batch ${hex(batchOf(0, first, [bytes]))}`),
          ),
          { minLength: 1, maxLength: 6 },
        ),
      )
      .map(([honest, odd]) => [...inBatches(honest), ...odd]),
  },
);
const overWebRtc = fc
  .tuple(
    frames,
    fc.array(
      fc.oneof(
        datagram(oddFrame).map((bytes) => `datagram ${hex(bytes)}`),
        reliable.map((bytes) => `reliable ${hex(bytes)}`),
      ),
      { maxLength: 6 },
    ),
  )
  .map(([honest, odd]) => [
    ...honest.map((bytes, i) => `datagram ${hex(datagramOf(i + 1, i + 1, [bytes]))}`),
    ...odd,
  ]);

const MESSAGES: Readonly<Record<TransportName, fc.Arbitrary<string[]>>> = {
  websocket: frames.map((all) => all.map((bytes) => `frame ${hex(bytes)}`)),
  webrtc: overWebRtc,
  sse: overHttp,
  "long-polling": overHttp,
  polling: overHttp,
};

/** A good-bye, numbered as what comes after `before`. */
function goodbye(transport: TransportName, before: readonly string[]): string {
  const number = before.filter((message) => !message.startsWith("get ")).length + 1;
  if (transport === "websocket") return `frame ${hex(GOODBYE)}`;
  if (transport === "webrtc") return `datagram ${hex(datagramOf(number, number, [GOODBYE]))}`;
  return `batch ${hex(batchOf(0, number, [GOODBYE]))}`;
}

/** A session over a transport. */
export function session(transport: TransportName): fc.Arbitrary<Session> {
  return fc
    .record({
      transport: fc.constant(transport),
      messages: MESSAGES[transport],
      end: fc.constantFrom("leave", "drop", "return"),
    })
    .map(({ end, messages, ...rest }) => ({
      ...rest,
      end,
      messages: end === "leave" ? [...messages, goodbye(transport, messages)] : messages,
    }));
}
