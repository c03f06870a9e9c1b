import { computed, effect } from "@preact/signals-core";
import type { Match } from "#player/netcode/match.ts";
import { PlayerClient } from "#player/player-client.ts";
import { UNTIL_GIVEN_UP } from "#player/room-session.ts";
import { TICK_MS } from "#shared/tunables.ts";
import { pollPeriod } from "#transports/browser.ts";
import { parseTransport, TRANSPORT_CHOICES } from "#transports/contract/names.ts";
import { parsePollPeriod } from "#transports/polling/client.ts";
import { alarm } from "#transports/simulated/delay-queue.ts";
import { ARENAS } from "./arenas.ts";
import { createFigures } from "./figures.ts";
import { readPads } from "./input/read-pads.ts";
import { createInputSampler } from "./input/sampler.ts";
import { createTouchState } from "./input/touch-state.ts";
import { lacksOfBrowser } from "./lacks.ts";
import type { Stage } from "./scenes/stage.ts";
import { linkOfQuery, removeLink } from "./session/link-choice.ts";
import { drawnSettings } from "./session/motion.ts";
import { safeStore } from "./session/safe-store.ts";
import { Session } from "./session/session.ts";
import { loadSettings } from "./session/settings.ts";
import { createStores } from "./session/stores/stores.ts";
import { createSoundPlayer } from "./sound/player.ts";
import { pageConnectOptions } from "./transports/connect-options.ts";
import { hasTransport } from "./transports/trouble.ts";
import { watchBack } from "./ui/history/watch-back.ts";
import { openMenu, setScoresShown, topDialog } from "./ui/hud-state.ts";
import { watchMotion } from "./ui/less-motion.ts";
import { mountUi } from "./ui/mount.tsx";
import { language, speak, t } from "./words/t.ts";

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
const memory = safeStore(() => localStorage);
const stores = createStores(loadSettings(memory, Math.random));
stores.menu.lacks.value = lacksOfBrowser();
pollPeriod.ms = parsePollPeriod(query.get("pollMs"));
stores.preferences.askedConnection.value = parseTransport(query.get("transport"));
const touch = createTouchState();
const sound = createSoundPlayer(stores.preferences.settings);
const stageElement = element("stage");
let stage: Stage | undefined;
let shown: Match | undefined;

const session = new Session({
  stores,
  client: new PlayerClient({
    origin: location.origin,
    // The page watches by itself how long the seat is kept.
    reconnect: UNTIL_GIVEN_UP,
    simulation: { clock: { now: () => performance.now(), after: alarm }, seed: () => Date.now() },
    ...pageConnectOptions(
      () => stores.preferences.askedConnection.value ?? stores.preferences.settings.value.connection,
    ),
  }),
  arenas: ARENAS,
  origin: location.origin,
  memory,
  tabMemory: safeStore(() => sessionStorage),
  hands: { sample: () => input.sample(), peek: () => input.peek() },
  now: () => performance.now(),
  date: () => Date.now(),
  onMatch(match) {
    shown = match;
    stage?.show(match);
    sound.music(match === undefined ? "menu" : "match");
    showRoomInAddress();
  },
});

const { figures, note } = createFigures(session, stores, () => stage);
Object.defineProperty(window, "pushback", { value: figures });

session.simulateLink(linkOfQuery(query));
const linkOfAddress = stores.network.link.value;
const name = query.get("name");
if (name !== null) session.changeSettings({ name });
const lessMotion = watchMotion(stores.preferences.settings);
mountUi(element("ui"), {
  stores,
  actions: session,
  touch,
  sound,
  lessMotion,
  arenas: [...ARENAS.values()],
  transports: TRANSPORT_CHOICES.filter(hasTransport),
});

// After the ui, which knows by then whether this is a touch screen.
const input = createInputSampler({
  target: window,
  canvas: stageElement,
  settings: stores.preferences.settings,
  touch,
  gamepads: readPads,
  toAim: (clientX, clientY) => {
    const self = shown?.self;
    const from = self && stage?.toScreen(self.x, self.y);
    return from === undefined ? 0 : Math.atan2(clientY - from.y, clientX - from.x);
  },
  onScores: setScoresShown,
  onMenu: openMenu,
});

effect(() => {
  // The results are a menu: keys and pad press its buttons.
  const playing = stores.page.screen.value.name === "match" && stores.hud.phase.value !== "results";
  input.enabled = playing && topDialog.value === undefined;
});
sound.music("menu");
session.open(query.get("room") ?? undefined);
const showRoomInAddress = watchBack(stores, session, addressOfRoom);
// A code that led nowhere does not stay in the address, where a reload would find it again.
effect(() => {
  if (stores.page.screen.value.name === "menu" && stores.menu.passwordFor.value === undefined)
    showRoomInAddress();
});
// A network that was changed by hand is not kept over a reload, so it may not stay in the address either.
effect(() => {
  if (stores.network.link.value !== linkOfAddress) showRoomInAddress();
});
// Inputs leave evenly whatever the frame rate: half a tick is often enough.
setInterval(() => session.advance(performance.now()), TICK_MS / 2);

try {
  const { createStage } = await import("./scenes/create-stage.ts");
  stage = await createStage({
    parent: stageElement,
    settings: computed(() => drawnSettings(stores.preferences.settings.value, lessMotion.value)),
    sound,
    renderer: query.get("renderer") === "canvas" ? "canvas" : "auto",
    beforeFrame(nowMs) {
      session.frame(nowMs);
      note();
    },
  });
  stage.show(shown);
  if (stage.renderer === "canvas" && query.get("renderer") !== "canvas")
    stores.menu.lacks.value = [...stores.menu.lacks.value, "webgl"];
} catch (error) {
  console.error(error);
  session.toMenu();
  stores.page.screen.value = {
    name: "closed",
    title: () => t(($) => $.states.cannotDraw.title),
    text: () => t(($) => $.states.cannotDraw.text),
    retry: false,
  };
}

/** The address is a link to the room that one is in: it can be shared, and a reload comes back to it. */
function addressOfRoom(): string {
  const address = new URL(location.href);
  const code = stores.hud.room.peek()?.code;
  const { name } = stores.page.screen.peek();
  // On the way into a room, and where one can try again, it still says where to.
  const onTheWay = name === "connecting" || name === "closed" || stores.menu.passwordFor.peek() !== undefined;
  if (code !== undefined) address.searchParams.set("room", code);
  else if (!onTheWay) address.searchParams.delete("room");
  if (stores.preferences.askedConnection.peek() === undefined) address.searchParams.delete("transport");
  if (stores.network.link.peek() !== linkOfAddress) removeLink(address.searchParams);
  return address.href;
}
