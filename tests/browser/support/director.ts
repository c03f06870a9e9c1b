import { afterAll, beforeAll } from "vitest";
import type { LocalGameServer } from "#server/server.ts";
import type { Player, World } from "#shared/simulation/types.ts";
import { startGame } from "../../support/game.ts";

/** The name under which the page plays whose pictures are taken. */
export const STAR = "Ann";

/** A turn in the world: whatever it changes is in the next patch. */
type Turn = (world: World, star: Player) => void;

/** A server in this process, in whose worlds somebody can set the stage: for pictures of moments that would take long to wait for. */
export interface Director {
  readonly server: LocalGameServer;
  /** Does something once, after the next step of the world in which the star is. */
  act(turn: Turn): Promise<void>;
  /** Does something after each step, until it is told otherwise. */
  always(turn: Turn | undefined): void;
}

/** One server for the tests of a file or of a `describe`. */
export function useDirector(): () => Director {
  let director: Director | undefined;
  let constant: Turn | undefined;
  const once: Turn[] = [];

  beforeAll(async () => {
    const server = await startGame(
      {},
      {
        onStep(world) {
          const star = [...world.players.values()].find(({ name, bot }) => name === STAR && !bot);
          if (star === undefined) return;
          constant?.(world, star);
          for (const turn of once.splice(0)) turn(world, star);
        },
      },
    );
    director = {
      server,
      act: (turn) =>
        new Promise((done) => {
          once.push((world, star) => {
            turn(world, star);
            done();
          });
        }),
      always(turn) {
        constant = turn;
      },
    };
  });
  afterAll(() => director?.server.stop());
  return () => {
    if (director === undefined) throw new Error("The server of these tests is not running yet.");
    return director;
  };
}
