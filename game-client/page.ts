import { computed, effect, type ReadonlySignal, type Signal } from "@preact/signals-core";
import type { Match } from "#player/netcode/match.ts";
import type { Arena } from "#shared/arena/arena.ts";
import type { PracticeOptions } from "#shared/practice.ts";
import { TICK_MS } from "#shared/tunables.ts";
import { parseTransport, type TransportChoice } from "#transports/contract/names.ts";
import { createFigures, type Pushback } from "./figures.ts";
import type { InputDeps, InputSampler } from "./input/sampler.ts";
import { createTouchState } from "./input/touch-state.ts";
import type { Stage, StageOptions } from "./scenes/stage.ts";
import { fetchOnce } from "./session/fetch-once.ts";
import { Guide } from "./session/guide.ts";
import type { Inside } from "./session/inside.ts";
import { drawnSettings } from "./session/motion.ts";
import { toggleMute } from "./session/mute.ts";
import { conditionsOfQuery } from "./session/network-conditions.ts";
import { addressOfRoom } from "./session/room-address.ts";
import type { EventHandlers } from "./session/room-list.ts";
import { Session } from "./session/session.ts";
import { type KeyValueStore, loadSettings, type Settings } from "./session/settings.ts";
import { SignOfLife } from "./session/sign-of-life.ts";
import type { ServerPresence } from "./session/stores/menu.ts";
import { createStores, type Stores } from "./session/stores/stores.ts";
import { urgencyOf } from "./session/urgency.ts";
import { Watching } from "./session/watching.ts";
import { shownAt } from "./session/whom-to-follow.ts";
import type { Lack } from "./session/words.ts";
import type { SoundPlayer } from "./sound/cues.ts";
import type { UiDeps } from "./ui/context.ts";
import { chatOpen, openMenu, openTalk, openVoice, setScoresShown, topDialog } from "./ui/hud-state.ts";
import { VoiceSwitch, type VoiceSwitchDeps } from "./voice/voice-switch.ts";
import { t } from "./words/t.ts";

/** What a page needs of the browser around it. */
export interface PageDeps {
  /** The address as it is now. */
  address(): URL;
  /** Lives as long as the browser, and as long as the tab. */
  readonly memory: KeyValueStore;
  readonly tabMemory: KeyValueStore;
  readonly lacks: readonly Lack[];
  /** Keeps a store told of whether there is a server. */
  watchServer(server: Signal<ServerPresence>): void;
  readonly arenas: ReadonlyMap<string, Arena>;
  /** What this browser can be connected by. */
  readonly transports: readonly TransportChoice[];
  random(): number;
  /** ms since the page was opened. */
  now(): number;
  /** ms since 1970. */
  date(): number;
  every(ms: number, run: () => void): void;
  /** Calls back once. Returns what calls it off. */
  after(delayMs: number, callback: () => void): () => void;
  /** Opens the stream of the room list; undefined where the browser has no server-sent events. */
  readonly openRoomList: ((handlers: EventHandlers) => () => void) | undefined;
  /** Fetches what a page is in rooms with, which are connected by what the choice says at that moment. */
  fetchInside(choice: () => TransportChoice): Promise<Inside>;
  /** Starts a room of practice in this page, and fetches what one is in it with. */
  openPractice(options: PracticeOptions): Promise<Inside>;
  /** Fetches what voice needs. */
  readonly fetchVoice: VoiceSwitchDeps["fetch"];
  createSound(settings: ReadonlySignal<Settings>): SoundPlayer;
  /** Whether less should move than could: by the system or by the settings. */
  watchMotion(settings: ReadonlySignal<Settings>): ReadonlySignal<boolean>;
  mountUi(ui: UiDeps): void;
  createInput(input: Omit<InputDeps, "target" | "canvas" | "gamepads">): InputSampler;
  /** Lets the browser's Back work; returns what to call when the address of the room changes. */
  watchBack(stores: Stores, session: Session, address: () => string): () => void;
  /** The picture. Rejects where nothing can be drawn. */
  createStage(stage: Omit<StageOptions, "parent">): Promise<Stage>;
  /** Shows figures of the page to whoever looks at it from outside. */
  expose(figures: Pushback): void;
}

/** A tap this far from the middle of a character (CSS pixels) still means them: half of what fingers need. */
const TAP_REACH = 40;

/** A page that is open. */
export interface Page {
  readonly stores: Stores;
  readonly session: Session;
  /** Resolves when there is a picture, or when it is known that there will be none. */
  readonly drawn: Promise<void>;
}

/** Puts a whole page together and opens it: the menu, the room of its address, or the seat that a reload left. */
export function createPage(deps: PageDeps): Page {
  const query = deps.address().searchParams;
  const stores = createStores(loadSettings(deps.memory, deps.random), deps.lacks);
  const { settings, askedConnection } = stores.preferences;
  deps.watchServer(stores.menu.server);
  askedConnection.value = parseTransport(query.get("transport"));
  const touch = createTouchState();
  const sound = deps.createSound(settings);
  let stage: Stage | undefined;
  let shown: Match | undefined;
  const watching = new Watching(stores);
  const inside = fetchOnce(() => deps.fetchInside(() => askedConnection.value ?? settings.value.connection));
  const session = new Session({
    stores,
    watching,
    inside,
    practice({ name, look }) {
      const seed = Math.floor(deps.random() * 2 ** 32);
      return deps.openPractice({ name, look, seed, wish: stores.practice.plan.peek() });
    },
    arenas: deps.arenas,
    origin: deps.address().origin,
    memory: deps.memory,
    tabMemory: deps.tabMemory,
    hands: { sample: () => input.sample(), peek: () => input.peek() },
    now: deps.now,
    date: deps.date,
    after: deps.after,
    openRoomList: deps.openRoomList,
    onMatch(match) {
      shown = match;
      stage?.show(match);
      showRoomInAddress();
    },
    onSpeech(speech) {
      stage?.tell(speech);
      sound.play("emote" in speech ? "emote" : "chat");
    },
  });
  const guide = new Guide(stores, session);
  const voice = new VoiceSwitch({
    stores,
    room: () => session.room,
    match: () => session.match,
    after: deps.after,
    fetch: deps.fetchVoice,
  });
  const { figures, note } = createFigures(session, stores, voice, () => stage);
  deps.expose(figures);
  session.simulateNetwork(conditionsOfQuery(query));
  const conditionsOfAddress = stores.network.conditions.value;
  const name = query.get("name");
  if (name !== null) session.changeSettings({ name });
  const lessMotion = deps.watchMotion(settings);
  const { transports } = deps;
  deps.mountUi({
    stores,
    actions: session,
    watching,
    voice,
    followAt(x, y) {
      const there = stage && shownAt(shown?.players.values() ?? [], stage.toScreen, { x, y }, TAP_REACH);
      if (there !== undefined) watching.follow(there.id);
    },
    touch,
    sound,
    lessMotion,
    arenas: [...deps.arenas.values()],
    transports,
  });
  const signOfLife = new SignOfLife(stores);
  // After the ui, which knows by then whether this is a touch screen.
  const input = deps.createInput({
    settings,
    touch,
    toAim: (clientX, clientY) => {
      const self = shown?.self;
      const from = self && stage?.toScreen(self.x, self.y);
      return from === undefined ? 0 : Math.atan2(clientY - from.y, clientX - from.x);
    },
    onScores: setScoresShown,
    onMenu: openMenu,
    onVoice(held) {
      if (!held || stores.voice.state.peek() === "on") voice.talk(held);
      // Whoever watches has no voice, and may have another use for the key.
      else if (!stores.watching.isOn.peek() && stores.practice.report.peek() === undefined) openVoice();
    },
    onTalk(how) {
      // Nobody hears whoever practises.
      if (stores.practice.report.peek() === undefined) openTalk(how);
    },
    onMute: () => toggleMute(stores, session),
    onUse() {
      if (signOfLife.isDue(deps.now())) session.give("here");
    },
  });
  effect(() => {
    // Lobby and results are menus: keys and pad press their buttons.
    const phase = stores.hud.phase.value;
    const inMatch = stores.page.screen.value.name === "match" && phase !== "results" && phase !== "lobby";
    input.enabled =
      inMatch && stores.hud.secondsToPlay.value === 0 && topDialog.value === undefined && !chatOpen.value;
  });
  effect(() => {
    const { room, phase, secondsLeft } = stores.hud;
    const calm = room.value === undefined || phase.value === "lobby";
    sound.music(calm ? "menu" : "match", urgencyOf(phase.value, secondsLeft.value));
  });
  if (stores.menu.server.value === "there")
    session.open(query.get("room") ?? undefined, query.get("join") === "1");
  const showRoomInAddress = deps.watchBack(stores, session, () =>
    addressOfRoom(deps.address(), stores, conditionsOfAddress),
  );
  // A code that led nowhere does not stay in the address, where a reload would find it again.
  effect(() => {
    if (stores.page.screen.value.name === "menu" && stores.menu.passwordFor.value === undefined)
      showRoomInAddress();
  });
  // A network that was changed by hand is not kept over a reload, so it may not stay in the address either.
  effect(() => {
    if (stores.network.conditions.value !== conditionsOfAddress) showRoomInAddress();
  });
  // Inputs leave evenly whatever the frame rate: half a tick is often enough.
  deps.every(TICK_MS / 2, () => session.advance(deps.now()));
  // The menu is there. What a match needs comes while it is read; who clicks before that waits for it, and is told if it fails.
  inside().catch(() => {});
  return { stores, session, drawn: draw() };

  async function draw(): Promise<void> {
    const wanted = query.get("renderer") === "canvas" ? "canvas" : "auto";
    try {
      stage = await deps.createStage({
        settings: computed(() => drawnSettings(settings.value, lessMotion.value)),
        sound,
        renderer: wanted,
        pace: () => stores.practice.report.peek()?.speed ?? 1,
        beforeFrame(nowMs) {
          session.frame(nowMs);
          guide.frame(nowMs, shown, input);
          note();
        },
      });
      stage.show(shown);
      const { lacks } = stores.menu;
      if (stage.renderer === "canvas" && wanted !== "canvas") lacks.value = [...lacks.value, "webgl"];
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
  }
}
