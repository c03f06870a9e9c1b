import type { Settings } from "../settings.ts";
import type { Lack } from "../words.ts";
import { type CardStore, createCardStore } from "./card.ts";
import { type ChatStore, createChatStore } from "./chat.ts";
import { type CourseStore, createCourseStore } from "./course.ts";
import { createFeedStore, type FeedStore } from "./feed.ts";
import { createGuideStore, type GuideStore } from "./guide.ts";
import { createHudStore, type HudStore } from "./hud.ts";
import { createLobbyStore, type LobbyStore } from "./lobby.ts";
import { createMenuStore, type MenuStore } from "./menu.ts";
import { createNetworkStore, type NetworkStore } from "./network.ts";
import { createNoticesStore, type NoticesStore } from "./notices.ts";
import { createOwnStore, type OwnStore } from "./own.ts";
import { createPageStore, type PageStore } from "./page.ts";
import { createPracticeStore, type PracticeStore } from "./practice.ts";
import { createPreferencesStore, type PreferencesStore } from "./preferences.ts";
import { createStandingsStore, type StandingsStore } from "./standings.ts";
import { createVoiceStore, type VoiceStore } from "./voice.ts";
import { createWatchingStore, type WatchingStore } from "./watching.ts";

/** What menus and HUD show, by feature. Written by the session, read by the ui. */
export interface Stores {
  readonly page: PageStore;
  readonly menu: MenuStore;
  readonly card: CardStore;
  readonly preferences: PreferencesStore;
  readonly hud: HudStore;
  readonly lobby: LobbyStore;
  readonly course: CourseStore;
  readonly standings: StandingsStore;
  readonly own: OwnStore;
  readonly feed: FeedStore;
  readonly guide: GuideStore;
  readonly chat: ChatStore;
  readonly voice: VoiceStore;
  readonly notices: NoticesStore;
  readonly network: NetworkStore;
  readonly watching: WatchingStore;
  readonly practice: PracticeStore;
}

/** The stores of a page that was just opened. */
export function createStores(settings: Settings, lacks: readonly Lack[] = []): Stores {
  const preferences = createPreferencesStore(settings);
  return {
    page: createPageStore(),
    menu: createMenuStore(lacks),
    card: createCardStore(),
    preferences,
    hud: createHudStore(),
    lobby: createLobbyStore(),
    course: createCourseStore(),
    standings: createStandingsStore(),
    own: createOwnStore(),
    feed: createFeedStore(),
    guide: createGuideStore(),
    chat: createChatStore(preferences.settings),
    voice: createVoiceStore(),
    notices: createNoticesStore(),
    network: createNetworkStore(),
    watching: createWatchingStore(),
    practice: createPracticeStore(),
  };
}
