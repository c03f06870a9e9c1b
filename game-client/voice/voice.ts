import type { Match } from "#player/netcode/match.ts";
import type { RoomSession } from "#player/room-session.ts";
import type { Stores } from "../session/stores/stores.ts";
import type { VoiceTrouble } from "../session/stores/voice.ts";
import { VoiceCall } from "./call.ts";
import { Ears } from "./ears.ts";

/** Level (RMS) from which somebody is speaking: above what a microphone hums. */
const SPEAKS_FROM = 0.01;
/** Level (RMS) at which the meter is full: somebody who speaks loudly. */
const FULL = 0.25;

/** What voice needs of the page around it. */
export interface VoiceDeps {
  readonly stores: Pick<Stores, "voice" | "chat" | "preferences">;
  room(): RoomSession | undefined;
  match(): Match | undefined;
  /** Calls back once; returns what calls it off. */
  after(delayMs: number, callback: () => void): () => void;
}

/** How somebody is heard. */
export interface VoicePeer {
  readonly id: string;
  readonly connected: boolean;
  /** How loud they are made, and how loud they are after that (RMS): both 0..1. */
  readonly volume: number;
  readonly level: number;
  /** Of which kind this end of the connection is: host, srflx, prflx or relay; empty while there is none. */
  readonly route: string;
}

/** Voice that is on: the microphone is open, and whichever room the page is in is spoken in. */
export class Voice {
  readonly #deps: VoiceDeps;
  readonly #microphone: MediaStream;
  readonly #track: MediaStreamTrack;
  readonly #ears: Ears;
  readonly #ended: (why?: VoiceTrouble) => void;
  #room: RoomSession | undefined;
  #call: VoiceCall | undefined;
  #isHeld = false;

  /** `ended` is called when the room has put an end to it, or the browser: then with why. */
  constructor(deps: VoiceDeps, microphone: MediaStream, ended: (why?: VoiceTrouble) => void) {
    const [track] = microphone.getAudioTracks();
    if (track === undefined) throw new Error("A microphone without sound.");
    this.#deps = deps;
    this.#microphone = microphone;
    this.#track = track;
    this.#ended = ended;
    this.#ears = new Ears(microphone);
    track.addEventListener("ended", () => ended("noMicrophone"));
    this.look();
  }

  /** Those whom the page is connected with, or is trying to be. */
  get peers(): readonly VoicePeer[] {
    const call = this.#call;
    if (call === undefined) return [];
    return [...call.members].map((id) => ({
      id,
      connected: call.isConnected(id),
      volume: call.volumeOf(id),
      level: this.#ears.levelOf(id),
      route: call.routeOf(id),
    }));
  }

  talk(held: boolean): void {
    this.#isHeld = held;
    this.#speak();
  }

  /** To be called several times a second: follows the player, the room and what was chosen. */
  look(): void {
    const room = this.#deps.room();
    if (room === undefined) {
      this.#ended();
      return;
    }
    if (room !== this.#room) this.#enter(room);
    this.#call?.look();
    this.#speak();
    this.#tell();
  }

  /** Leaves the room's voice and lets go of the microphone. */
  stop(): void {
    this.#call?.leave();
    for (const track of this.#microphone.getTracks()) track.stop();
    this.#ears.stop();
  }

  /** Another room, or the same in another process. */
  #enter(room: RoomSession): void {
    this.#call?.close();
    this.#room = room;
    const { stores, match, after } = this.#deps;
    this.#call = new VoiceCall({
      room,
      settings: () => stores.preferences.settings.peek(),
      hidden: () => stores.chat.hidden.peek(),
      match,
      heard: (id, stream) => this.#ears.add(id, stream),
      gone: (id) => this.#ears.remove(id),
      ended: () => this.#ended(),
      after,
    });
  }

  /** Puts the microphone on the line, or takes it off. */
  #speak(): void {
    const { voice, preferences } = this.#deps.stores;
    const room = this.#room;
    voice.isMuted.value = room?.state.seats.get(room.id)?.muted === true;
    const speaks = !voice.isMuted.value && (this.#isHeld || preferences.settings.peek().voiceOpen);
    voice.speaks.value = speaks;
    this.#call?.send(speaks ? this.#track : null);
  }

  #tell(): void {
    const { voice } = this.#deps.stores;
    const { peers } = this;
    for (const { id, volume } of peers) this.#ears.setVolume(id, volume);
    voice.level.value = Math.min(1, this.#ears.ownLevel / FULL);
    voice.others.value = this.#call?.others ?? 0;
    voice.connected.value = peers.filter(({ connected }) => connected).length;
    const heard = peers.filter(({ level }) => level > SPEAKS_FROM).map(({ id }) => id);
    const before = voice.heard.peek();
    if (heard.length !== before.size || heard.some((id) => !before.has(id)))
      voice.heard.value = new Set(heard);
  }
}
