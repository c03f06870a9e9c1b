import type { Request, RequestHandler, Response } from "express";
import express from "express";
import { z } from "zod";
import { type ReasonBody, reasonBody } from "../contract/reasons.ts";
import type { TransportContext } from "../contract/server-transport.ts";
import { addressOf } from "../limits/address.ts";
import { requireType } from "../limits/body-type.ts";
import { RateLimit } from "../limits/limits.ts";
import type { HttpPeer } from "./peer.ts";

/** Largest body (bytes) of the request that opens a connection. */
const MAX_OPENING_BODY = 1024;
/** Largest body (bytes) of any other request: what a page gathers in a stall, twice over. */
const MAX_BATCH_BODY = 16 * 1024;
/** Nothing of this may be kept anywhere on the way, nor changed: bytes that are squeezed come late. */
const HEADERS = { "Cache-Control": "no-store, no-transform" };

/** Answers a request with bytes, or with a refusal. */
export function answer(response: Response, status: number, body: Uint8Array | ReasonBody): void {
  if (response.writableEnded || response.destroyed) return;
  if (body instanceof Uint8Array) {
    response.writeHead(status, {
      ...HEADERS,
      "Content-Type": "application/octet-stream",
      "Content-Length": body.length,
    });
    response.end(body);
  } else
    response
      .status(status)
      .set(HEADERS)
      .json({ code: status, ...body });
}

/** A handler of requests that belong to a connection. */
export type PeerHandler = (peer: HttpPeer, request: Request, response: Response) => void;

/** Finds the connection of a request. An id that is not, or no longer, one gets nothing. */
export function withPeer({ http }: TransportContext, handle: PeerHandler): RequestHandler {
  return (request, response) => {
    const peer = http.find(String(request.params.id));
    if (peer === undefined) answer(response, 404, reasonBody("no_connection"));
    else if (peer.heard()) answer(response, 429, reasonBody("too_often"));
    else handle(peer, request, response);
  };
}

const ack = z.coerce
  .number()
  .int()
  .min(0)
  .max(2 ** 32);

/** Takes in what a request without a body says to have: `?ack=N`. Answers, and returns false, when it is nonsense. */
export function takeAck(peer: HttpPeer, request: Request, response: Response): boolean {
  const said = ack.safeParse(request.query.ack);
  if (said.success && peer.acknowledge(said.data)) return true;
  answer(response, 400, reasonBody("ack_needed"));
  return false;
}

/**
 * Routes that all transports over HTTP have: `POST /` opens a connection and answers its id, `POST /ID` takes a
 * batch and is answered by what `reply` makes of it.
 */
export function exchangeRoutes(
  name: string,
  context: TransportContext,
  reply: (peer: HttpPeer) => Uint8Array,
): void {
  const { settings, router, http, seatRequest, connect } = context;
  const openings = new RateLimit(settings.maxJoinsPerMinute);
  router.post(
    "/",
    requireType("application/json"),
    express.json({ limit: MAX_OPENING_BODY }),
    (request, response) => {
      const address = addressOf(request, settings.proxies);
      const wait = openings.take(address, performance.now());
      if (wait > 0) {
        answer(response, 429, reasonBody("connects_too_often", { seconds: wait }));
        return;
      }
      const seat = seatRequest.safeParse(request.body);
      if (!seat.success) {
        answer(response, 400, reasonBody("no_seat_request", { problem: z.prettifyError(seat.error) }));
        return;
      }
      const opened = http.open(address);
      if (opened === undefined) {
        answer(response, 429, reasonBody("too_many_connections"));
        return;
      }
      response.set(HEADERS).json({ id: opened.id });
      connect(opened.peer, { transport: name, address }, seat.data);
    },
  );
  const body = express.raw({ type: () => true, limit: MAX_BATCH_BODY, inflate: false });
  router.post(
    "/:id",
    requireType("application/octet-stream"),
    body,
    withPeer(context, (peer, request, response) => {
      const bytes: unknown = request.body;
      if (bytes instanceof Uint8Array && peer.receive(bytes)) answer(response, 200, reply(peer));
      else answer(response, 400, reasonBody("no_batch"));
    }),
  );
}
