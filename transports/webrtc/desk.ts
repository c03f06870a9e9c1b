import type { Request } from "express";
import { z } from "zod";
import { type ReasonBody, reasonBody } from "../contract/reasons.ts";
import type { SeatRequest } from "../contract/seat-request.ts";
import type { TransportContext } from "../contract/server-transport.ts";
import { addressOf } from "../limits/address.ts";
import { RateLimit } from "../limits/limits.ts";
import { Call } from "./call.ts";
import type { WebRtcAnswer } from "./contract.ts";
import { PULSE_MS } from "./datagrams/line.ts";
import { cleanOffer, withAddress } from "./description.ts";
import type { WebRtcEngine } from "./engine.ts";

/** Connections over WebRTC of all players together. */
const MAX_CONNECTIONS = 512;
/** Longest description (characters); honest ones have about a thousand. */
const MAX_DESCRIPTION = 12_000;

/** A refusal in words for the player, with its HTTP status. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: ReasonBody;

  constructor(status: number, body: ReasonBody) {
    super(body.sentence);
    this.status = status;
    this.body = body;
  }
}

/** The connections of a running transport, from the offer to their end. */
export class WebRtcDesk {
  readonly #context: TransportContext;
  readonly #offerBody: z.ZodType<SeatRequest & { sdp: string }>;
  readonly #engine: WebRtcEngine;
  readonly #offers: RateLimit;
  readonly #calls = new Set<Call>();
  /** Seats that a living call has been given, so that the others for the same seat come too late. */
  readonly #taken = new Set<string>();
  readonly #pulse: NodeJS.Timeout;

  constructor(context: TransportContext, engine: WebRtcEngine) {
    this.#context = context;
    this.#offerBody = context.seatRequest.extend({ sdp: z.string().max(MAX_DESCRIPTION) });
    this.#engine = engine;
    this.#offers = new RateLimit(context.settings.maxJoinsPerMinute);
    this.#pulse = setInterval(() => {
      for (const call of this.#calls) call.pulse();
    }, PULSE_MS);
  }

  /** Answers an offer. @throws Refusal */
  async answer(request: Request): Promise<WebRtcAnswer> {
    const { settings, connections } = this.#context;
    const address = addressOf(request, settings.proxies);
    const wait = this.#offers.take(address, performance.now());
    if (wait > 0) throw new Refusal(429, reasonBody("offers_too_often", { seconds: wait }));
    const body = this.#offerBody.safeParse(request.body);
    const offer = body.success ? cleanOffer(body.data.sdp) : undefined;
    if (!body.success || offer === undefined) {
      throw new Refusal(400, reasonBody("no_offer"));
    }
    const { sdp: _, ...seat } = body.data;
    // Only who has a seat gets a connection, so strangers cannot hold any.
    if (!this.#context.hasSeat(seat)) {
      throw new Refusal(410, reasonBody("seat_not_kept"));
    }
    if (this.#calls.size >= MAX_CONNECTIONS) throw new Refusal(503, reasonBody("webrtc_full"));
    if (!connections.take(address)) throw new Refusal(429, reasonBody("too_many_connections"));
    return { sdp: await this.#connect(offer, address, seat) };
  }

  /** Ends every connection and frees the port. */
  stop(): void {
    clearInterval(this.#pulse);
    for (const call of this.#calls) call.end();
    this.#engine.stop();
  }

  async #connect(offer: string, address: string, seat: SeatRequest): Promise<string> {
    const { log, settings, connections, connect } = this.#context;
    const key = [seat.roomId, seat.sessionId, seat.reconnectionToken, seat.line, seat.move].join();
    let seated = false;
    const call = new Call(
      (peer) => {
        // Where much is lost a page makes several offers. The first one through has the seat; the page closes the rest.
        if (this.#taken.has(key)) {
          call.end();
          return;
        }
        seated = true;
        this.#taken.add(key);
        connect(peer, { transport: "webrtc", address }, seat);
      },
      () => {
        this.#calls.delete(call);
        if (seated) this.#taken.delete(key);
        connections.release(address);
      },
    );
    this.#calls.add(call);
    try {
      const sdp = await call.answer(this.#engine, offer);
      return settings.webRtcAddress === undefined
        ? sdp
        : withAddress(sdp, settings.webRtcAddress, this.#engine.port);
    } catch (error) {
      call.end();
      log.debug({ sparing: { address }, err: error }, "an offer could not be answered");
      throw new Refusal(400, reasonBody("offer_unusable"));
    }
  }
}
