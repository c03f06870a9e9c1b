import { t } from "../words/t.ts";
import { TalkDialog } from "./chat/talk-dialog.tsx";
import { useStore } from "./context.ts";
import { typingInto } from "./focus/act.ts";
import { HowToPlay } from "./help/how-to-play.tsx";
import { Hud } from "./hud/hud.tsx";
import { Leave } from "./hud/leave.tsx";
import { Pause } from "./hud/pause.tsx";
import { Stopped } from "./hud/stopped.tsx";
import { topDialog } from "./hud-state.ts";
import { Lobby } from "./lobby/lobby.tsx";
import { People } from "./lobby/people.tsx";
import { Create } from "./menu/create.tsx";
import { Menu } from "./menu/menu.tsx";
import { PasswordPrompt } from "./menu/password.tsx";
import { Rooms } from "./menu/rooms.tsx";
import { NetworkDialog } from "./network/network-dialog.tsx";
import { PadKeyboard } from "./pad/pad-keyboard.tsx";
import { PadPrompts } from "./parts/pad-prompts.tsx";
import { Toasts } from "./parts/toasts.tsx";
import { PracticeDialog } from "./practice/practice-dialog.tsx";
import { Results } from "./results/results.tsx";
import { DressDialog } from "./room/dress.tsx";
import { InviteDialog } from "./room/invite.tsx";
import { JoinCard } from "./room/join-card.tsx";
import { Person } from "./room/person.tsx";
import { SettingsDialog } from "./settings/settings.tsx";
import { Closed, Connecting, Reconnecting } from "./states/states.tsx";

/** The face that the page shows, and the dialogue over it. */
export function App() {
  return (
    <>
      <Face />
      <Toasts />
      <ScreenPrompts />
      <TopDialog />
      {typingInto.value && <PadKeyboard field={typingInto.value} />}
    </>
  );
}

function Face() {
  const page = useStore("page");
  const screen = page.screen.value;
  switch (screen.name) {
    case "menu":
      return <Menu notice={screen.notice} />;
    case "card":
      return <JoinCard code={screen.code} notice={screen.notice} />;
    case "connecting":
      return <Connecting what={screen.what} />;
    case "match":
      return <Match />;
    case "reconnecting":
      return (
        <>
          <Match />
          <Reconnecting deadline={screen.deadline} />
        </>
      );
    case "closed":
      return <Closed {...screen} />;
  }
}

/** What a gamepad does on a screen that is a menu; dialogues say it themselves. */
function ScreenPrompts() {
  const page = useStore("page");
  const hud = useStore("hud");
  const { name } = page.screen.value;
  const phase = hud.phase.value;
  const isMenu = name === "match" && (phase === "results" || phase === "lobby");
  if (name === "match" && !isMenu) return null;
  const menu = t(($) => $.common.menu);
  const leads =
    name === "connecting" ? t(($) => $.common.cancel) : ["closed", "card"].includes(name) ? menu : undefined;
  return (
    <div class="screen-prompts">
      <PadPrompts {...(leads && { back: leads })} {...(isMenu && { menu })} />
    </div>
  );
}

function Match() {
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

const DIALOGS = {
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
};

function TopDialog() {
  const page = useStore("page");
  const menu = useStore("menu");
  const screen = page.screen.value;
  const code = menu.passwordFor.value;
  const idle = screen.name === "menu" || screen.name === "closed";
  if (code !== undefined && idle) {
    return <PasswordPrompt key={code} code={code} />;
  }
  const name = topDialog.value;
  if (name === undefined) return null;
  const Content = DIALOGS[name];
  return <Content key={name} />;
}
