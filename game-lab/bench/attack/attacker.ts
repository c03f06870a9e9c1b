/** Attacks the server at the port of the first argument, whose room of the second one has a seat for a friend. */
import { Stranger } from "./stranger.ts";

const [port = "", code = ""] = process.argv.slice(2);
const stranger = new Stranger(Number(port), "127.0.0.2");
const UPGRADE = {
  Connection: "Upgrade",
  Upgrade: "websocket",
  "Sec-WebSocket-Version": "13",
  "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
};
const JSON_BODY = { "Content-Type": "application/json" };
const FOREIGN = { Origin: "http://evil.example" };

/** Each attack and how often (ms) it is made. */
const ATTACKS: readonly (readonly [number, () => unknown])[] = [
  [
    50,
    () =>
      stranger.ask("inherited name, upgrade", "GET", "/x/__proto__?sessionId=a&reconnectionToken=b", UPGRADE),
  ],
  [
    50,
    () => {
      const body = JSON.stringify({ roomId: "constructor", sessionId: "a", reconnectionToken: "b" });
      return stranger.ask("inherited name, post", "POST", "/transports/polling", JSON_BODY, body);
    },
  ],
  [500, () => open("Stampede of bots", { mode: "stampede", maxPlayers: 128, bots: 127, botSkill: "hard" })],
  [500, () => open("room for nobody", { private: true, maxPlayers: 2, bots: 1 })],
  [400, () => stranger.seat("seat that is not taken", `joinById/${code}`, {})],
  [1000, garble],
  [
    200,
    () =>
      stranger.ask(
        "foreign page, post",
        "POST",
        "/matchmake/create/arena",
        { ...FOREIGN, "Content-Type": "text/plain" },
        "{}",
      ),
  ],
  [
    200,
    () => stranger.ask("foreign page, socket", "GET", `/x/${code}?sessionId=a`, { ...UPGRADE, ...FOREIGN }),
  ],
  [500, () => stranger.ask("foreign host, metrics", "GET", "/metrics", { Host: "evil.example" })],
];

/** Opens a room and stays in it without doing anything. */
async function open(kind: string, options: object): Promise<void> {
  const seat = await stranger.seat(kind, "create/arena", options);
  if (seat !== undefined) stranger.sit(seat);
}

/** Takes a seat of the room and sends frames with broken MessagePack. */
async function garble(): Promise<void> {
  const seat = await stranger.seat("broken MessagePack", `joinById/${code}`, {});
  if (seat === undefined) return;
  stranger.sit(seat, (socket) => {
    for (let i = 0; i < 40; i++)
      socket.send(Uint8Array.from({ length: 40 }, (_, at) => (at === 0 ? 13 : 0xc1)));
  });
}

const timers = ATTACKS.map(([everyMs, attack]) => setInterval(attack, everyMs));
process.on("disconnect", () => process.exit(0));
process.on("message", () => {
  for (const timer of timers) clearInterval(timer);
  stranger.stop();
  const answers = [...stranger.answers].map(([kind, counts]) => [kind, Object.fromEntries(counts)] as const);
  process.send?.(Object.fromEntries(answers));
});
