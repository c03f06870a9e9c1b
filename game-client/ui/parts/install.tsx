import { signal } from "@preact/signals";
import { t } from "../../words/t.ts";
import { Button } from "./button.tsx";

/** What a browser gives with which the page can be installed; it can be used once. */
interface InstallOffer extends Event {
  /** Asks the player. */
  prompt(): Promise<unknown>;
}

const offer = signal<InstallOffer | undefined>(undefined);

addEventListener("beforeinstallprompt", (event) => {
  if (!isOffer(event)) return;
  // The menu offers it, instead of a bar of the browser over the game.
  event.preventDefault();
  offer.value = event;
});
addEventListener("appinstalled", () => {
  offer.value = undefined;
});

function isOffer(event: Event): event is InstallOffer {
  return "prompt" in event;
}

/** Lets the browser ask. Who says no is offered it again when the browser thinks so. */
async function install(given: InstallOffer): Promise<void> {
  offer.value = undefined;
  try {
    await given.prompt();
  } catch (error) {
    console.info("The browser did not ask whether to install the page:", error);
  }
}

/** Installs the page; absent where the browser does not offer that, and once it is installed. */
export function InstallButton() {
  const given = offer.value;
  if (given === undefined) return null;
  return (
    <Button icon="install" kind="ghost" testId="install" onClick={() => void install(given)}>
      {t(($) => $.menu.install)}
    </Button>
  );
}
