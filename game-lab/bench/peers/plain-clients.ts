/** Clients of a plain room of Colyseus, which cost as little as those of the game: they send an input each tick and count patches. */
import { ColyseusSDK, type Room } from "@colyseus/sdk";
import { Dice } from "#bots/brain/dice.ts";
import { isPatch } from "#player/colyseus/frames.ts";
import { holdBack, tapFrames } from "#player/colyseus/tap.ts";
import { everyTick } from "../floor/every-tick.ts";
import { answerAsFleet } from "../floor/fleet.ts";
import type { PlainInput } from "./plain-state.ts";

/** Share of the ticks in which somebody takes another direction: about every second, as players do. */
const TURNS = 0.02;

const [, , port, count] = process.argv;
const told = { updates: 0, bytes: 0 };

function listen(room: Room): void {
  tapFrames(room, {
    down(frame, next) {
      told.updates += isPatch(frame) ? 1 : 0;
      told.bytes += frame.length;
      // Whoever measures a server does not decode what it sends.
      if (!isPatch(frame)) next(frame);
    },
  });
  room.onMessage("*", () => {});
}

/** Says where a player goes in the next tick. */
function wander(seed: number): () => PlainInput {
  const dice = new Dice(seed);
  let aim = dice.next() * 2 * Math.PI;
  return () => {
    if (dice.chance(TURNS)) aim = dice.next() * 2 * Math.PI;
    return [Math.cos(aim), Math.sin(aim), aim, 0];
  };
}

const client = new ColyseusSDK(`http://127.0.0.1:${port}`);
const all: { room: Room; next: () => PlainInput }[] = [];
for (let number = 0; number < Number(count); number++) {
  const room = await client.joinOrCreate("plain");
  listen(room);
  all.push({ room, next: wander(number + 1) });
}
everyTick(all.length, (number) => {
  const player = all[number];
  return player && holdBack(player.room, () => player.room.send("input", player.next()));
});
answerAsFleet(() => told);
