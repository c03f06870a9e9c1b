import { BOT_SKILLS } from "#shared/bot-skills.ts";
import { MODES } from "#shared/simulation/modes/table.ts";

/** What `npm run room -- --help` prints. */
export const HELP = `npm run room -- [options]

Opens a room on a running server, prints its code, its link and a QR code of the link, and stays as its host, who only
watches, until Ctrl-C. What happens in the room comes as lines. The room waits in its lobby until everybody is ready, or
until Enter is pressed here. Without --server it is the server on this machine (http://localhost:2567, or PORT), which is
started when none answers, and ends with the room then.

The room
  --arena ID       arena, such as meadow (what the server prefers)
  --mode ID        ${Object.keys(MODES).join(", ")} (brawl)
  --name TEXT      what the room is called, up to 30 characters
  --seats N        2 to 128, as far as the mode goes
  --bots N         bots on seats that nobody has
  --skill WORD     ${BOT_SKILLS.join(", ")} (normal)
  --time SECONDS   length of a match, 30 to 1800
  --net-rate N     patches a second: 10, 25 or 50
  --private        in no list: only the code or the link leads to it
  --password TEXT  asked of everybody who joins

Where
  --server URL     server to open it on, such as https://play.example.org

A room in which nobody plays closes after MAX_IDLE_MINUTES of its server; one that this command starts keeps it open.

Exit status: 0 after Ctrl-C, 1 when the server refuses, is not there or closes the room, 2 arguments.
`;
