/** The page of the game: puts it together with what the browser has. */
import { effect } from "@preact/signals-core";
import { PlayerClient } from "#player/player-client.ts";
import { UNTIL_GIVEN_UP } from "#player/room-session.ts";
import { pollPeriod } from "#transports/browser.ts";
import { TRANSPORT_CHOICES } from "#transports/contract/names.ts";
import { parsePollPeriod } from "#transports/polling/client.ts";
import { alarm } from "#transports/simulated/delay-queue.ts";
import { ARENAS } from "./arenas.ts";
import { readPads } from "./input/read-pads.ts";
import { createInputSampler } from "./input/sampler.ts";
import { lacksOfBrowser } from "./lacks.ts";
import { createPage } from "./page.ts";
import { openRoomList } from "./room-events.ts";
import { safeStore } from "./session/safe-store.ts";
import { createSoundPlayer } from "./sound/player.ts";
import { pageConnectOptions } from "./transports/connect-options.ts";
import { hasTransport } from "./transports/trouble.ts";
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
pollPeriod.ms = parsePollPeriod(query.get("pollMs"));
const now = () => performance.now();
const date = () => Date.now();

createPage({
  address: () => new URL(location.href),
  memory: safeStore(() => localStorage),
  tabMemory: safeStore(() => sessionStorage),
  lacks: lacksOfBrowser(),
  arenas: ARENAS,
  transports: TRANSPORT_CHOICES.filter(hasTransport),
  random: Math.random,
  now,
  date,
  every: (ms, run) => void setInterval(run, ms),
  after: alarm,
  openRoomList: "EventSource" in window ? openRoomList : undefined,
  connect: (choice) =>
    new PlayerClient({
      origin: location.origin,
      // The page watches by itself how long the seat is kept.
      reconnect: UNTIL_GIVEN_UP,
      simulation: { clock: { now, after: alarm }, seed: date },
      ...pageConnectOptions(choice),
    }),
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
