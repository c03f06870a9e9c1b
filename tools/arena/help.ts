import { MODES } from "#shared/simulation/modes/table.ts";

/** What `npm run arena -- --help` prints. */
export const HELP = `npm run arena -- FILE.tmj [options]
npm run arena -- --check FILE.tmj...

Opens a map in the game, with bots on it, and prints its link. Whenever the file is saved, the match moves to what it is then and the page
loads it. A map that cannot be played on is refused with a sentence for each problem, and the one before stays. The file may lie
anywhere; in assets/arenas it becomes part of the game.

  --check      only says what is wrong with the maps
  --mode ID    ${Object.keys(MODES).join(", ")} (the first one that can be played there)
  --bots N     bots on seats that nobody has (5)
  --port N     the page is there, the game server beside it (2580)

Exit status: 0 after Ctrl-C or when all maps are fine, 1 when a map cannot be played on or the port is taken, 2 arguments.
`;
