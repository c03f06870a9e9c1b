import type { Match } from "#player/netcode/match.ts";
import type { RoomSession } from "#player/room-session.ts";
import type { IceServer, Talker, VoiceMessage } from "#shared/voice.ts";
import { choosePeers } from "../peers/choose-peers.ts";
import { Circle } from "../peers/circle.ts";
import { loudnessAt } from "../peers/loudness.ts";
import type { Settings } from "../session/settings.ts";
import { PeerConnection } from "./peer-connection.ts";

/** The room in which one speaks. */
export type VoiceRoom = Pick<RoomSession, "id" | "give" | "onBack" | "mail" | "state">;

export interface CallDeps {
  readonly room: VoiceRoom;
  settings(): Pick<Settings, "voiceTeam" | "voiceRelay" | "muted">;
  /** Session ids of those whom the player does not want to hear. */
  hidden(): ReadonlyMap<string, string>;
  match(): Match | undefined;
  heard(id: string, stream: MediaStream): void;
  gone(id: string): void;
  /** The room has put the player out of voice. */
  ended(): void;
  after(delayMs: number, callback: () => void): () => void;
}

/** Voice in one room, as one process has it: who has it on, and the connections with some of them. */
export class VoiceCall {
  readonly #deps: CallDeps;
  readonly #circle: Circle;
  readonly #connections = new Map<string, PeerConnection>();
  readonly #stopListening: (() => void)[];
  #servers: readonly IceServer[] | undefined;
  #talkers: readonly Talker[] = [];
  #track: MediaStreamTrack | null = null;
  /** What the connections and the room were made to know. */
  #team = false;
  #relay = false;
  #isOver = false;

  constructor(deps: CallDeps) {
    this.#deps = deps;
    const { room } = deps;
    this.#circle = new Circle({
      self: room.id,
      open: (id, begins, events) => {
        const connection = new PeerConnection(
          {
            servers: this.#servers ?? [],
            relayOnly: this.#relay,
            begins,
            track: this.#track,
            heard: (stream) => deps.heard(id, stream),
            closed: () => {
              if (this.#connections.get(id) === connection) this.#connections.delete(id);
              deps.gone(id);
            },
          },
          events,
        );
        this.#connections.set(id, connection);
        return connection;
      },
      send: (to, signal) => room.give("signalVoice", { to, signal }),
      after: deps.after,
    });
    this.#stopListening = [
      room.mail.voice.listen((message) => this.#hear(message)),
      room.mail.refused.listen(({ command }) => {
        if (command === "joinVoice") this.#end();
      }),
      room.onBack(() => this.#join()),
    ];
    this.#join();
  }

  /** How many others have voice on. */
  get others(): number {
    return this.#talkers.filter(({ id }) => id !== this.#deps.room.id).length;
  }

  /** Whom this page is connected with, or is trying to be. */
  get members(): ReadonlySet<string> {
    return this.#circle.members;
  }

  isConnected(id: string): boolean {
    return this.#circle.isConnected(id);
  }

  /** Of which kind the connection with somebody is: see `PeerConnection.route`. */
  routeOf(id: string): string {
    return this.#connections.get(id)?.route ?? "";
  }

  /** Sends this to all from now on, or nothing. */
  send(track: MediaStreamTrack | null): void {
    this.#track = track;
    for (const connection of this.#connections.values()) connection.send(track);
  }

  /** Looks around: connects with those who are near, and lets go of those who are not. */
  look(): void {
    if (this.#servers === undefined || this.#isOver) return;
    const { room, settings } = this.#deps;
    const { voiceTeam, voiceRelay } = settings();
    if (voiceTeam !== this.#team || voiceRelay !== this.#relay) {
      this.#join();
      return;
    }
    const self = this.#talkers.find(({ id }) => id === room.id);
    if (self === undefined) return;
    const { members } = this.#circle;
    const isMate = (id: string): boolean => this.#isMate(id);
    const distanceTo = (id: string): number | undefined => this.#distanceTo(id);
    const wanted = choosePeers({ self, others: this.#talkers, isMate, distanceTo, members });
    this.#circle.want(wanted, new Set(this.#talkers.map(({ id }) => id)));
  }

  /** How loud somebody is to be, 0..1. */
  volumeOf(id: string): number {
    const { room, settings, hidden, match } = this.#deps;
    if (settings().muted || hidden().has(id) || room.state.seats.get(id)?.muted === true) return 0;
    const phase = match()?.phase;
    // Where nobody stands anywhere, and who has no place, hears all.
    if (phase === "lobby" || phase === "results" || match()?.self === undefined) return 1;
    return loudnessAt(this.#distanceTo(id));
  }

  /** Leaves: the room is told. */
  leave(): void {
    if (!this.#isOver) this.#deps.room.give("leaveVoice");
    this.close();
  }

  /** Lets go of everything. */
  close(): void {
    this.#isOver = true;
    for (const stop of this.#stopListening.splice(0)) stop();
    this.#circle.close();
  }

  /** Joins, or joins again after a drop or another choice: all connections begin anew. */
  #join(): void {
    if (this.#isOver) return;
    const { voiceTeam, voiceRelay } = this.#deps.settings();
    this.#team = voiceTeam;
    this.#relay = voiceRelay;
    this.#circle.close();
    this.#servers = undefined;
    this.#talkers = [];
    this.#deps.room.give("joinVoice", { team: voiceTeam });
  }

  #hear(message: VoiceMessage): void {
    if (message.kind === "servers") this.#servers = message.servers;
    // What comes before that belongs to an earlier time.
    else if (this.#servers === undefined) return;
    else if (message.kind === "signal") this.#circle.receive(message.from, message.signal);
    else {
      this.#talkers = message.talkers;
      if (message.talkers.some(({ id }) => id === this.#deps.room.id)) this.look();
      else this.#end();
    }
  }

  #end(): void {
    this.close();
    this.#deps.ended();
  }

  #isMate(id: string): boolean {
    const { seats, teamPoints } = this.#deps.room.state;
    if (teamPoints.length === 0) return true;
    const own = seats.get(this.#deps.room.id);
    return own !== undefined && own.team === seats.get(id)?.team;
  }

  #distanceTo(id: string): number | undefined {
    const match = this.#deps.match();
    const self = match?.self;
    const other = match?.players.get(id);
    return self && other && Math.hypot(other.x - self.x, other.y - self.y);
  }
}
