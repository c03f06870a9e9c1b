/** What the address says that the SDK builds for a connection. */
export interface SeatUrl {
  /** Address of the server, `http(s)://host[:port][/path]`. */
  readonly server: string;
  /** What is asked for, as the server's transports take it. */
  readonly seat: {
    readonly roomId: string;
    readonly sessionId: string;
    readonly reconnectionToken?: string;
    readonly skipHandshake: boolean;
  };
}

/** Reads `ws(s)://host[:port][/path]/PROCESS/ROOM?sessionId=…[&reconnectionToken=…][&skipHandshake=1]`. */
export function parseSeatUrl(text: string): SeatUrl {
  const url = new URL(text);
  const path = url.pathname.split("/");
  const token = url.searchParams.get("reconnectionToken");
  return {
    server: `${url.protocol.replace("ws", "http")}//${url.host}${path.slice(0, -2).join("/")}`,
    seat: {
      roomId: path.at(-1) ?? "",
      sessionId: url.searchParams.get("sessionId") ?? "",
      ...(token === null ? {} : { reconnectionToken: token }),
      skipHandshake: url.searchParams.has("skipHandshake"),
    },
  };
}
