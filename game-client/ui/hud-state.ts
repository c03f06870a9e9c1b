import { computed, type ReadonlySignal, signal } from "@preact/signals";

/** Everything that opens over the menu or over a match. */
export type DialogName =
  | "create"
  | "rooms"
  | "help"
  | "settings"
  | "network"
  | "invite"
  | "pause"
  | "leave"
  | "talk"
  | "people"
  | "person"
  | "dress"
  | "practice"
  | "voice";

/** Whether the full scoreboard is up: as long as the "scores" control is held. */
export const showScores = signal(false);

/** Called by the input when the "scores" control goes down and up. */
export function setScoresShown(shown: boolean): void {
  showScores.value = shown;
}

const open = signal<readonly DialogName[]>([]);

/** All that are open, the topmost last. */
export const openDialogs: ReadonlySignal<readonly DialogName[]> = open;

/** The dialogue on top, if one is open. While there is one, the game should take no input. */
export const topDialog = computed(() => open.value.at(-1));

/** Opens the menu of a match, unless a dialogue is open already: for Escape, and for start on a gamepad. */
export function openMenu(): void {
  if (topDialog.peek() === undefined) openDialog("pause");
}

/** Opens a dialogue over whatever is open. */
export function openDialog(name: DialogName): void {
  open.value = [...open.value, name];
}

/** Closes the topmost dialogue and so returns to the one below. */
export function closeDialog(): void {
  open.value = open.value.slice(0, -1);
}

/** Closes all of them, as a change of the screen does. */
export function closeDialogs(): void {
  open.value = [];
}

/** Key of the seat of whom the dialogue about a person is. */
export const personShown = signal("");

/** Whether the field for chat is open over a match. Meanwhile the game should take no input. */
export const chatOpen = signal(false);

/** Opens the field for chat, unless a dialogue is open. */
export function openChat(): void {
  if (topDialog.peek() === undefined) chatOpen.value = true;
}

export function closeChat(): void {
  chatOpen.value = false;
}

/** Opens what turns voice on, over a match or a lobby, unless a dialogue is open. */
export function openVoice(): void {
  if (topDialog.peek() === undefined && !chatOpen.peek()) openDialog("voice");
}

/** What keys and buttons for talk ask for. */
export function openTalk(how: "chat" | "emotes"): void {
  if (how === "chat") openChat();
  else if (topDialog.peek() === undefined) openDialog("talk");
}
