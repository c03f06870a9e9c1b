import { decodeDatagram } from "#transports/webrtc/datagrams/wire.ts";
import { nodeWebRtc } from "#transports/webrtc/node.ts";
import { type Destination, PATIENCE_MS, parseMessage, tokenIn, type Wire, within } from "./wire.ts";

/** Datagrams of the server after which what was sent before has surely been taken in: it answers about every third. */
const ANSWERS = 2;

/** Connects to a seat over data channels. Resolves with undefined when nothing comes of it. */
export async function overWebRtc(to: Destination): Promise<Wire | undefined> {
  let token: string | undefined;
  let heard = 0;
  let [open, spoken, over] = [() => {}, () => {}, () => {}];
  let answered = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const begun = new Promise<void>((resolve) => {
    spoken = resolve;
  });
  const closed = new Promise<void>((resolve) => {
    over = resolve;
  });
  let isClosed = false;
  const channels = await nodeWebRtc.dial({
    open: () => open(),
    reached: () => {},
    leaving: () => {},
    datagram(bytes) {
      heard += 1;
      token ??= tokenIn(decodeDatagram(bytes)?.pieces[0]?.bytes ?? new Uint8Array());
      spoken();
      answered();
    },
    reliable: () => over(),
    closed() {
      isClosed = true;
      over();
    },
  });
  const { room: roomId, sessionId, reconnectionToken } = to;
  const response = await fetch(`http://127.0.0.1:${to.port}/transports/webrtc`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Forwarded-For": to.from },
    body: JSON.stringify({
      roomId,
      sessionId,
      ...(reconnectionToken === undefined ? {} : { reconnectionToken }),
      skipHandshake: false,
      sdp: await channels.offer(),
    }),
  });
  const said: unknown = await response.json();
  if (!response.ok || typeof said !== "object" || said === null || !("sdp" in said)) {
    channels.close();
    return undefined;
  }
  await channels.accept(String(said.sdp));
  await within(PATIENCE_MS, Promise.race([opened, closed]));
  await within(PATIENCE_MS, Promise.race([begun, closed]));
  return {
    token,
    send(message) {
      if (isClosed) return;
      const { kind, bytes } = parseMessage(message);
      const copy = new Uint8Array(bytes);
      if (kind === "reliable") channels.sendReliable(copy);
      else channels.sendDatagram(copy);
    },
    async settle() {
      const enough = heard + ANSWERS;
      const heardEnough = new Promise<void>((resolve) => {
        answered = () => {
          if (heard >= enough) resolve();
        };
      });
      await within(PATIENCE_MS, Promise.race([heardEnough, closed]));
    },
    break: () => channels.close(),
  };
}
