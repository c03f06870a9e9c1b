import { t } from "../words/t.ts";
import { useStore } from "./context.ts";
import { later } from "./fetch-later.ts";
import { typingInto } from "./focus/act.ts";
import { topDialog } from "./hud-state.ts";
import { Menu } from "./menu/menu.tsx";
import { PasswordPrompt } from "./menu/password.tsx";
import { PadKeyboard } from "./pad/pad-keyboard.tsx";
import { PadPrompts } from "./parts/pad-prompts.tsx";
import { Toasts } from "./parts/toasts.tsx";
import { JoinCard } from "./room/join-card.tsx";
import { FetchingDialog } from "./states/fetching-dialog.tsx";
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

/** Whoever comes into a room has waited for what this shows. */
function Match() {
  const Shown = later.value?.Match;
  return Shown === undefined ? null : <Shown />;
}

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
  const Content = later.value?.DIALOGS[name] ?? FetchingDialog;
  return <Content key={name} />;
}
