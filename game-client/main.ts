/** The page of the game: puts it together with what the browser has. */
import { effect } from "@preact/signals-core";
import { TRANSPORT_CHOICES } from "#transports/contract/names.ts";
import { alarm } from "#transports/simulated/delay-queue.ts";
import { ARENAS } from "./arenas.ts";
import { readPads } from "./input/read-pads.ts";
import { createInputSampler } from "./input/sampler.ts";
import { lacksOfBrowser } from "./lacks.ts";
import { keepPage } from "./offline/keep-page.ts";
import { createPage } from "./page.ts";
import { openRoomList } from "./room-events.ts";
import { noServer, watchNetwork } from "./server-presence.ts";
import { safeStore } from "./session/safe-store.ts";
import { createSoundPlayer } from "./sound/player.ts";
import { hasTransport } from "./transports/trouble.ts";
import { fetchLater } from "./ui/fetch-later.ts";
import { watchBack } from "./ui/history/watch-back.ts";
import { watchMotion } from "./ui/less-motion.ts";
import { mountUi } from "./ui/mount.tsx";
import { language, speak } from "./words/t.ts";

/** An element of index.html. */
function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`index.html has no element "${id}".`);
  return found;
}

const query = new URLSearchParams(location.search);
// English is there at once; another language is waited for, so that nobody sees two.
const asked = query.get("lang");
if (asked !== null) await speak(asked);
effect(() => {
  document.documentElement.lang = language();
});

const { drawn } = createPage({
  address: () => new URL(location.href),
  memory: safeStore(() => localStorage),
  tabMemory: safeStore(() => sessionStorage),
  lacks: lacksOfBrowser(),
  watchServer: import.meta.env.MODE === "offline" ? noServer : watchNetwork,
  arenas: ARENAS,
  transports: TRANSPORT_CHOICES.filter(hasTransport),
  random: Math.random,
  now: () => performance.now(),
  date: () => Date.now(),
  every: (ms, run) => void setInterval(run, ms),
  after: alarm,
  openRoomList: "EventSource" in window ? openRoomList : undefined,
  async fetchInside(choice) {
    const [{ createInside }] = await Promise.all([import("./inside.ts"), fetchLater()]);
    return createInside(choice, query.get("pollMs"));
  },
  async openPractice(options) {
    const [{ openPractice }] = await Promise.all([import("./practice/open-practice.ts"), fetchLater()]);
    return openPractice(options);
  },
  fetchVoice: () => import("./voice/running-voice.ts"),
  createSound: createSoundPlayer,
  watchMotion,
  mountUi: (ui) => mountUi(element("ui"), ui),
  createInput: (input) =>
    createInputSampler({ ...input, target: window, canvas: element("stage"), gamepads: readPads }),
  watchBack,
  async createStage(options) {
    const { createStage } = await import("./scenes/create-stage.ts");
    return createStage({ ...options, parent: element("stage") });
  },
  expose: (figures) => Object.defineProperty(window, "pushback", { value: figures }),
});

// When nothing else is to be fetched. In development each file changes all the time.
await drawn;
if (import.meta.env.PROD) await keepPage();
