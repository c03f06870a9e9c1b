import { z } from "zod";

const Seat = z.object({ sessionId: z.string(), roomId: z.string(), processId: z.string() });
export type Seat = z.infer<typeof Seat>;

/** Asks the matchmaker for a seat. Undefined when it refuses. */
async function ask(port: number, from: string, path: string, body: object): Promise<Seat | undefined> {
  const response = await fetch(`http://127.0.0.1:${port}/matchmake/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Forwarded-For": from },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  return response.ok ? Seat.parse(answer) : undefined;
}

/** A seat in a room that there is. */
export function seatIn(port: number, from: string, room: string): Promise<Seat | undefined> {
  return ask(port, from, `joinById/${room}`, { name: "Fuzz" });
}

/** A seat in a new room. */
export function newRoom(port: number, from: string): Promise<Seat | undefined> {
  return ask(port, from, "create/arena", { name: "Fuzz", bots: 0, arena: "meadow", maxPlayers: 16 });
}

/** The seat again that a token is for. */
export function seatAgain(
  port: number,
  from: string,
  room: string,
  reconnectionToken: string,
): Promise<Seat | undefined> {
  return ask(port, from, `reconnect/${room}`, { reconnectionToken });
}
