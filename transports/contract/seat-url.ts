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
    readonly line?: string;
    readonly move?: string;
  };
}

/** Reads `ws(s)://host[:port][/path]/PROCESS/ROOM?sessionId=…[&reconnectionToken=…][&skipHandshake=1][&line=…][&move=…]`. */
export function parseSeatUrl(text: string): SeatUrl {
  const url = new URL(text);
  const path = url.pathname.split("/");
  const optional = (name: "reconnectionToken" | "line" | "move"): Partial<Record<typeof name, string>> => {
    const value = url.searchParams.get(name);
    return value === null ? {} : { [name]: value };
  };
  return {
    server: `${url.protocol.replace("ws", "http")}//${url.host}${path.slice(0, -2).join("/")}`,
    seat: {
      roomId: path.at(-1) ?? "",
      sessionId: url.searchParams.get("sessionId") ?? "",
      skipHandshake: url.searchParams.has("skipHandshake"),
      ...optional("reconnectionToken"),
      ...optional("line"),
      ...optional("move"),
    },
  };
}

/** The address of a seat for a line of this secret: the one that takes the seat, or the one of its `move`. */
export function lineUrl(text: string, line: string, move?: number): string {
  const url = new URL(text);
  url.searchParams.set("line", line);
  if (move !== undefined) {
    url.searchParams.set("move", String(move));
    url.searchParams.delete("reconnectionToken");
    url.searchParams.delete("skipHandshake");
  }
  return url.href;
}
