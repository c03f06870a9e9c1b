import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "#client/session/settings.ts";
import type { Guest } from "#client/session/stores/lobby.ts";
import { createStores } from "#client/session/stores/stores.ts";
import type { Cue } from "#client/sound/cues.ts";
import { playLobbyCues } from "#client/ui/lobby/lobby-cues.ts";
import { NO_TEAM } from "#shared/state/seat-team.ts";

const guest = (id: string, part: Partial<Guest> = {}): Guest => ({
  id,
  name: id,
  look: { color: 0, pattern: 0, hat: 0 },
  bot: false,
  self: id === "me",
  host: false,
  connected: true,
  away: false,
  muted: false,
  ready: false,
  watching: false,
  team: NO_TEAM,
  ...part,
});

function enterLobby() {
  const stores = createStores(DEFAULT_SETTINGS);
  const heard: Cue[] = [];
  stores.page.screen.value = { name: "match" };
  stores.hud.phase.value = "lobby";
  playLobbyCues(stores, { play: (cue) => heard.push(cue), music() {} });
  stores.lobby.guests.value = [guest("me"), guest("bob")];
  return { stores, heard };
}

describe("in a lobby one hears", () => {
  it("nothing of those who were there before", () => {
    expect(enterLobby().heard).toEqual([]);
  });

  it("who comes, but no bot", () => {
    const { stores, heard } = enterLobby();
    stores.lobby.guests.value = [guest("me"), guest("bob"), guest("robot", { bot: true })];
    expect(heard).toEqual([]);
    stores.lobby.guests.value = [...stores.lobby.guests.value, guest("cyd")];
    expect(heard).toEqual(["join"]);
  });

  it("who is ready, once, and the start", () => {
    const { stores, heard } = enterLobby();
    stores.lobby.guests.value = [guest("me"), guest("bob", { ready: true })];
    stores.lobby.guests.value = [guest("me", { host: true }), guest("bob", { ready: true })];
    stores.hud.phase.value = "countdown";
    stores.lobby.guests.value = [guest("me"), guest("bob"), guest("cyd")];
    expect(heard).toEqual(["ready", "start"]);
  });
});
