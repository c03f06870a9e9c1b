import { describe, expect, it } from "vitest";
import type { DialEvents } from "#transports/webrtc/attempt.ts";
import { type WebRtcDeps, webRtcTransport } from "#transports/webrtc/client.ts";
import { DatagramLine, PULSE_MS } from "#transports/webrtc/datagrams/line.ts";
import { numbered, numberOf } from "../../../support/datagram-pair.ts";

const URL = "ws://host/process/room?sessionId=session";
type Answer = Awaited<ReturnType<WebRtcDeps["post"]>>;
const OK: Answer = { ok: true, status: 200, json: async () => ({ sdp: "answer" }) };
const GONE: Answer = {
  ok: false,
  status: 410,
  json: async () => ({ error: "seat_not_kept" }),
};

/** What has become of one offer, at both ends. */
interface Offer {
  readonly events: DialEvents;
  /** The server's line, once the channels have opened. */
  line: DatagramLine | undefined;
  accepted: boolean;
  closed: boolean;
  readonly heard: number[];
}

/** A page's end on a clock that is turned by hand, and a server that does nothing of itself. */
class Page {
  readonly offers: Offer[] = [];
  readonly log: unknown[] = [];
  answer: (number: number) => Promise<Answer> = () => Promise.resolve(OK);
  #now = 0;
  #pulse = (): void => {};
  #soon: (() => void)[] = [];
  readonly #clock = {
    now: () => this.#now,
    soon: (run: () => void) => void this.#soon.push(run),
  };
  readonly end = webRtcTransport({
    ...this.#clock,
    every: (_ms, run) => {
      this.#pulse = run;
      return () => {
        this.#pulse = () => {};
        this.log.push("stopped");
      };
    },
    post: () => this.answer(this.offers.length),
    dial: async (events) => {
      const offer: Offer = { events, line: undefined, accepted: false, closed: false, heard: [] };
      this.offers.push(offer);
      return {
        offer: async () => "offer",
        accept: () => {
          offer.accepted = true;
        },
        sendDatagram: (bytes) => offer.line?.onDatagram(bytes),
        sendReliable: (bytes) => offer.line?.onReliable(bytes),
        datagramsWaiting: 0,
        close: () => {
          offer.closed = true;
        },
      };
    },
  })({
    onopen: () => this.log.push("open"),
    onmessage: ({ data }) => this.log.push(numberOf(new Uint8Array(data))),
    onerror: ({ code, reason }) => this.log.push(`error ${code} ${reason}`),
    onclose: ({ code, reason }) => this.log.push(`close ${code} ${reason}`),
  });

  /** Passes time, and lets everything that is promised happen. */
  async pass(ms: number): Promise<void> {
    for (const until = this.#now + ms; this.#now < until; ) {
      this.#now += PULSE_MS;
      this.#pulse();
      for (const { line } of this.offers) line?.pulse();
      for (const run of this.#soon.splice(0)) run();
      for (let i = 0; i < 8; i++) await Promise.resolve();
    }
  }

  /** Opens the channels of an offer. */
  open(number: number): DatagramLine {
    const offer = this.offers[number];
    if (offer === undefined) throw new Error(`There is no offer ${number}.`);
    offer.line = new DatagramLine(
      {
        sendDatagram: (bytes) => offer.events.datagram(bytes),
        sendReliable: (bytes) => offer.events.reliable(bytes),
        datagramsWaiting: 0,
        close: () => offer.events.closed(),
      },
      { frame: (bytes) => offer.heard.push(numberOf(bytes)), closed: () => {}, garbled: () => {} },
      this.#clock,
    );
    offer.events.open();
    return offer.line;
  }
}

describe("a page that connects over WebRTC", () => {
  it("makes one offer where the first one is through in a second and a half", async () => {
    const page = new Page();
    page.end.connect(URL);
    await page.pass(1400);
    page.open(0).send(numbered(1));
    await page.pass(20_000);
    expect(page.offers).toHaveLength(1);
    expect(page.log).toEqual(["open", 1]);
    page.end.send(numbered(7));
    await page.pass(100);
    expect(page.offers[0]?.heard).toEqual([7]);
  });

  it("offers anew beside what is slow, and takes the attempt that the server speaks over", async () => {
    const page = new Page();
    page.end.connect(URL);
    await page.pass(5000);
    expect(page.offers.map(({ accepted, closed }) => [accepted, closed])).toEqual([
      [true, false],
      [true, false],
      [true, false],
      [true, false],
    ]);
    // The first one opens, but the server has taken the third.
    page.open(0);
    await page.pass(200);
    expect(page.log).toEqual([]);
    page.open(2).send(numbered(1));
    await page.pass(200);
    expect(page.log).toEqual(["open", 1]);
    expect(page.offers.map(({ closed }) => closed)).toEqual([true, true, false, true]);
    page.offers[1]?.events.closed();
    await page.pass(3000);
    expect(page.end.isOpen).toBe(true);
    expect(page.offers).toHaveLength(4);
  });

  it("does not give up for a later offer that is refused: the seat is taken by an earlier one", async () => {
    const page = new Page();
    page.answer = async (number) => (number === 1 ? OK : GONE);
    page.end.connect(URL);
    await page.pass(5000);
    expect(page.log).toEqual([]);
    page.open(0).send(numbered(1));
    await page.pass(100);
    expect(page.log).toEqual(["open", 1]);
  });

  it("says at once what the server has refused, and lets go of everything", async () => {
    const page = new Page();
    page.answer = async () => GONE;
    page.end.connect(URL);
    await page.pass(100);
    expect(page.log).toEqual(["error 524 seat_not_kept", "stopped", "close 4003 seat_not_kept"]);
    expect(page.offers.map(({ closed }) => closed)).toEqual([true]);
  });

  it("gives up after 8 s where no packet comes back, and blames no more than it knows", async () => {
    const page = new Page();
    page.end.connect(URL);
    await page.pass(7900);
    expect(page.log).toEqual([]);
    await page.pass(100);
    expect(page.log).toEqual([
      "error 504 webrtc_unreached?seconds=8",
      "stopped",
      "close 1006 webrtc_unreached?seconds=8",
    ]);
    expect(page.offers.every(({ closed }) => closed)).toBe(true);
    await page.pass(10_000);
    expect(page.offers).toHaveLength(5);
  });

  it("goes on for 14 s where packets do come back", async () => {
    const page = new Page();
    page.end.connect(URL);
    await page.pass(7000);
    page.offers[1]?.events.reached();
    await page.pass(6900);
    expect(page.log).toEqual([]);
    await page.pass(100);
    expect(page.log[0]).toBe("error 504 webrtc_unfinished?seconds=14");
    expect(page.offers).toHaveLength(5);
  });

  it("is told of a server that lets go of the only attempt without a word", async () => {
    const page = new Page();
    page.end.connect(URL);
    await page.pass(100);
    page.open(0).drop();
    await page.pass(100);
    expect(page.log).toEqual(["stopped", "close 1006 "]);
  });

  it("leaves nothing behind when it is closed before anything has opened", async () => {
    const page = new Page();
    page.end.connect(URL);
    await page.pass(2000);
    page.end.close(4000, "bye");
    expect(page.log).toEqual(["stopped", "close 4000 bye"]);
    await page.pass(10_000);
    expect(page.offers.map(({ closed }) => closed)).toEqual([true, true]);
    expect(page.log).toHaveLength(2);
  });
});
