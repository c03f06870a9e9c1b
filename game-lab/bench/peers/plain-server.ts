/**
 * A plain room of Colyseus with the fields and rates of the game: what one gets from its documentation, without any game. Everybody
 * is told of everybody; an input is a message.
 */
import { createServer } from "node:http";
import { type Client, Room, Server } from "@colyseus/core";
import { WebSocketTransport } from "@colyseus/ws-transport";
import { NET, TICK_MS } from "#shared/tunables.ts";
import { type PlainInput, PlainPlayer, PlainState } from "./plain-state.ts";

/** Side of the square on which everybody walks (tiles), and how fast (tiles a second). */
const SIDE = 96;
const SPEED = 6;

const players = Number(process.argv[2]);

class PlainRoom extends Room<{ state: PlainState }> {
  override state = new PlainState();
  override maxClients = players;
  readonly #inputs = new Map<string, PlainInput>();

  override onCreate(): void {
    this.patchRate = 1000 / NET.patchRate;
    this.setSimulationInterval((ms) => this.#step(ms / 1000), TICK_MS);
    this.onMessage("input", (client, input: PlainInput) => this.#inputs.set(client.sessionId, input));
  }

  override onJoin(client: Client): void {
    const player = new PlainPlayer();
    player.x = SIDE / 2;
    player.y = SIDE / 2;
    this.state.players.set(client.sessionId, player);
  }

  override onLeave(client: Client): void {
    this.state.players.delete(client.sessionId);
    this.#inputs.delete(client.sessionId);
  }

  #step(dt: number): void {
    this.state.tick += 1;
    for (const [id, [moveX, moveY, aim, buttons]] of this.#inputs) {
      const player = this.state.players.get(id);
      if (player === undefined) continue;
      player.x = Math.min(SIDE, Math.max(0, player.x + moveX * SPEED * dt));
      player.y = Math.min(SIDE, Math.max(0, player.y + moveY * SPEED * dt));
      player.aim = aim;
      player.action = buttons;
    }
  }
}

const http = createServer();
const server = new Server({ transport: new WebSocketTransport({ server: http }), greet: false });
server.define("plain", PlainRoom);
await server.listen(0, "127.0.0.1");
const address = http.address();
process.on("disconnect", () => process.exit(0));
process.send?.(typeof address === "object" && address !== null ? address.port : 0);
