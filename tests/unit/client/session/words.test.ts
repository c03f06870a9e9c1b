import { CloseCode } from "@colyseus/sdk";
import { describe, expect, it, vi } from "vitest";
import { explainClose, explainFailure } from "#client/session/words.ts";
import { TransportTrouble, troubleAhead, troubleOf } from "#client/transports/trouble.ts";
import type { Text } from "#client/words/t.ts";

/** An explanation with its texts as they are said now. */
function said<T extends { title: Text; text: Text }>(explanation: T | undefined) {
  return explanation && { ...explanation, title: explanation.title(), text: explanation.text() };
}

describe("the end of a connection", () => {
  it("needs no words when the player left", () => {
    expect(explainClose(CloseCode.CONSENTED, undefined)).toBeUndefined();
  });

  it.each([
    [CloseCode.SERVER_SHUTDOWN, "The server is going down", true],
    [CloseCode.GOING_AWAY, "The server is going down", true],
    [CloseCode.NORMAL_CLOSURE, "This room is closed", false],
    [CloseCode.WITH_ERROR, "The server ended the connection", true],
    [CloseCode.FAILED_TO_RECONNECT, "The connection is lost", true],
    [0, "The connection is lost", true],
    [4999, "The connection is lost", true],
  ])("by code %i is called “%s”", (code, title, retry) => {
    expect(said(explainClose(code, undefined))).toMatchObject({ title, retry });
  });

  it("passes on the reason of the server when it gave one", () => {
    expect(explainClose(CloseCode.WITH_ERROR, "too_many_messages")?.text()).toBe(
      "This page sends too many messages.",
    );
    expect(explainClose(CloseCode.WITH_ERROR, "")?.text()).not.toBe("");
  });
});

describe("a failure to join", () => {
  const refusal = (code: number) => Object.assign(new Error("no_room?code=ABCDE"), { code });

  it("without an answer is the server's silence, and can be tried again", () => {
    for (const silence of [new TypeError("fetch failed"), undefined, "no", { code: "ECONNREFUSED" }]) {
      expect(said(explainFailure(silence))).toMatchObject({
        code: 0,
        title: "The server does not answer",
        retry: true,
      });
    }
  });

  it("by a connection that was cut without a word can be tried again", () => {
    expect(said(explainFailure(Object.assign(new Error(""), { code: 1006 })))).toMatchObject({
      title: "Could not join",
      text: "The connection was cut while you were joining. Nothing is lost: try again.",
      retry: true,
    });
  });

  it("by a seat that nobody took in time says so, and can be tried again", () => {
    const late = Object.assign(new Error("seat reservation expired."), { code: 524 });
    expect(said(explainFailure(late))).toEqual({
      code: 524,
      title: "Could not join",
      text: "It took too long to connect, so the room gave your seat up. Try again: it will keep another one for you.",
      retry: true,
    });
  });

  it("over a transport that was chosen names it, why, and one that works", () => {
    vi.stubGlobal("RTCPeerConnection", undefined);
    vi.stubGlobal("WebSocket", class {});
    const missing = troubleAhead("webrtc");
    const blocked = troubleOf("websocket", Object.assign(new Error("It could not be opened."), { code: 0 }));
    vi.unstubAllGlobals();
    expect(said(explainFailure(missing))).toMatchObject({
      title: "No connection over WebRTC",
      text: "This browser has no WebRTC. The game plays over WebSocket too.",
      retry: false,
      instead: "websocket",
    });
    expect(said(explainFailure(blocked))).toMatchObject({
      title: "No connection over WebSocket",
      retry: true,
    });
    expect(blocked?.instead).not.toBe("websocket");
  });

  it("is the room's own word when the room refused, and the page's when it chose for itself", () => {
    expect(troubleOf("webrtc", refusal(404))).toBeUndefined();
    expect(troubleOf("sse", refusal(503))).toBeUndefined();
    expect(troubleOf("auto", refusal(0))).toBeUndefined();
    expect(troubleOf("webrtc", refusal(503))).toBeInstanceOf(TransportTrouble);
  });

  it("is told as the server refused it", () => {
    expect(said(explainFailure(refusal(404)))).toMatchObject({
      code: 404,
      text: "There is no room with the code ABCDE.",
      retry: false,
    });
  });

  it("can be tried again when it is the server's fault or passes by itself", () => {
    expect([400, 404, 409, 410].map((code) => explainFailure(refusal(code)).retry)).not.toContain(true);
    expect([429, 500, 503].map((code) => explainFailure(refusal(code)).retry)).not.toContain(false);
  });
});
