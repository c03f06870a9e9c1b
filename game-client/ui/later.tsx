/** What the menu does without, and what is fetched while it is read: the match with its menus, and the dialogues. */
import { later } from "../words/english/not-in-menu.ts";
import { learn } from "../words/t.ts";
import { TalkDialog } from "./chat/talk-dialog.tsx";
import { useStore } from "./context.ts";
import { HowToPlay } from "./help/how-to-play.tsx";
import { Hud } from "./hud/hud.tsx";
import { Leave } from "./hud/leave.tsx";
import { Pause } from "./hud/pause.tsx";
import { Stopped } from "./hud/stopped.tsx";
import type { DialogName } from "./hud-state.ts";
import { Lobby } from "./lobby/lobby.tsx";
import { People } from "./lobby/people.tsx";
import { Create } from "./menu/create.tsx";
import { Rooms } from "./menu/rooms.tsx";
import { NetworkDialog } from "./network/network-dialog.tsx";
import { PracticeDialog } from "./practice/practice-dialog.tsx";
import { Results } from "./results/results.tsx";
import { DressDialog } from "./room/dress.tsx";
import { InviteDialog } from "./room/invite.tsx";
import { Person } from "./room/person.tsx";
import { SettingsDialog } from "./settings/settings.tsx";
import { VoiceDialog } from "./voice/voice-dialog.tsx";

learn(later);

/** A match, or one of the menus before and after it. */
export function Match() {
  const hud = useStore("hud");
  const phase = hud.phase.value;
  if (phase === "lobby") return <Lobby />;
  if (phase === "results") return <Results />;
  return (
    <>
      <Hud />
      <Stopped />
    </>
  );
}

export const DIALOGS = {
  create: Create,
  rooms: Rooms,
  help: HowToPlay,
  settings: SettingsDialog,
  network: NetworkDialog,
  invite: InviteDialog,
  pause: Pause,
  leave: Leave,
  talk: TalkDialog,
  people: People,
  person: Person,
  dress: DressDialog,
  practice: PracticeDialog,
  voice: VoiceDialog,
} satisfies Record<DialogName, () => unknown>;
