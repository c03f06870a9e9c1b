import type { FrameKind } from "#player/colyseus/frame-kinds.ts";
import type { Match } from "#player/netcode/match.ts";
import { type DrawnFigure, drawn } from "./drawn-figure.ts";
import type { Stage } from "./scenes/stage.ts";
import type { Moves } from "./session/absence.ts";
import { isSimulated, type NetworkConditions } from "./session/network-conditions.ts";
import type { Session } from "./session/session.ts";
import type { Stores } from "./session/stores/stores.ts";
import type { VoiceFigures, VoiceSwitch } from "./voice/voice-switch.ts";
import { refusalText } from "./words/refusals.ts";

/** Something that happened in the match. What the own character does is foreseen, so its step may be a guess. */
export interface SeenEvent {
  type: string;
  tick: number;
  id: string;
  by: string;
}

/**
 * `window.pushback`: the figures of the running match, read-only, for tests and for the curious. Everything
 * is undefined, empty or zero while there is no match. The names are kept from version to version.
 */
export interface Pushback {
  /** Name of the screen: menu, connecting, match, reconnecting, closed. */
  readonly screen: string;
  /** What carries the match: websocket, webrtc, sse, long-polling, polling; local in practice; empty while there is none. */
  readonly transport: string;
  /** Why it is not the transport that was hoped for, as the page says it; empty when it is. */
  readonly transportReason: string;
  /** How often the match has moved to another transport, and the share 0..1 of its states of the last ten seconds that came late. */
  readonly lineMoves: number;
  readonly lateStates: number;
  readonly renderer: string;
  readonly room: string | undefined;
  readonly sessionId: string | undefined;
  readonly phase: string | undefined;
  /** Step of the newest state. */
  readonly tick: number;
  /** Smoothed round trip and jitter of its patches (ms). */
  readonly rtt: number;
  readonly jitter: number;
  /** How far behind the newest state others are drawn (ms). */
  readonly interpolationDelay: number;
  /** What time it is on the server by the page's idea of it (ms of the simulation). */
  readonly serverTime: number;
  /** Age of what is drawn of others (ms): the server's time now less the time drawn; it grows when nothing comes. */
  readonly ageOfState: number;
  /** Share of frames in which somebody could not be interpolated, 0..1. */
  readonly starvation: number;
  /** Size of the newest and the largest correction of the own character (tiles), and how many there were. */
  readonly predictionError: number;
  readonly maxPredictionError: number;
  readonly corrections: number;
  readonly pendingInputs: number;
  /** How long the own inputs lie on the server before their tick (ms), the least of a patch; less than 0 is too late. */
  readonly inputMargin: number;
  readonly patchesPerSecond: number;
  readonly bytesPerSecond: number;
  /** Bytes so far in this match: states and patches, own inputs, and messages either way (mostly events). */
  readonly bytesByKind: Readonly<Record<FrameKind, number>>;
  /** How long a step of the server takes (ms, 95th percentile of a second); 0 unless the net graph is on. */
  readonly serverStep: number;
  /** The bad network that is simulated; undefined while there is none. */
  readonly simulatedLink: Readonly<NetworkConditions> | undefined;
  /** How often the room has gone on in another process, and how long the last move took (ms): from the drop to its state. */
  readonly moves: Moves;
  readonly fps: number;
  /** Frames that were passed to the match. */
  readonly frames: number;
  readonly own: DrawnFigure | undefined;
  /** Where that is on the page (CSS pixels). */
  readonly ownOnPage: { x: number; y: number } | undefined;
  readonly others: readonly DrawnFigure[];
  readonly scores: readonly { id: string; name: string; score: number; knockouts: number; falls: number }[];
  /** Knock-outs and what else happened, newest last, at most 200: type, in which step, who, by whom. */
  readonly events: readonly SeenEvent[];
  /** What is said or shown over characters in this frame: by whom, and the text or the name of the emote. */
  readonly speeches: readonly { readonly id: string; readonly what: string }[];
  readonly voice: VoiceFigures;
  /** Starts the largest correction and the count of corrections afresh. */
  resetFigures(): void;
}

declare global {
  interface Window {
    pushback: Pushback;
  }
}

/** Events that are remembered. */
const EVENTS_KEPT = 200;

/** Collects the figures. `note` is to be called after each frame. */
export function createFigures(
  session: Session,
  stores: Stores,
  voice: Pick<VoiceSwitch, "figures">,
  stage: () => Stage | undefined,
) {
  const events: SeenEvent[] = [];
  let frames = 0;
  const match = (): Match | undefined => session.match;
  const figures: Pushback = {
    get screen() {
      return stores.page.screen.value.name;
    },
    get transport() {
      return session.room?.transport.name ?? "";
    },
    get transportReason() {
      const reason = session.room?.transport.reason ?? "";
      return reason === "" ? "" : refusalText(reason)();
    },
    get lineMoves() {
      return session.room?.movable?.moves ?? 0;
    },
    get lateStates() {
      return match()?.line?.share ?? 0;
    },
    get renderer() {
      return stage()?.renderer ?? "none";
    },
    get room() {
      return stores.hud.room.value?.code;
    },
    get speeches() {
      const shown = stage()?.speeches ?? [];
      return shown.map((speech) => ({
        id: speech.from,
        what: "emote" in speech ? speech.emote : speech.text,
      }));
    },
    get sessionId() {
      return match()?.self?.id;
    },
    get phase() {
      return match()?.phase;
    },
    get tick() {
      return match()?.state.tick ?? 0;
    },
    get rtt() {
      return session.room?.clock.smoothedRtt() ?? 0;
    },
    get jitter() {
      return session.room?.clock.jitter() ?? 0;
    },
    get interpolationDelay() {
      return match()?.interpolationDelay ?? 0;
    },
    get serverTime() {
      return match()?.serverTime ?? 0;
    },
    get ageOfState() {
      return match()?.ageOfState() ?? 0;
    },
    get starvation() {
      return match()?.starvation ?? 0;
    },
    get predictionError() {
      return match()?.prediction?.figures.error ?? 0;
    },
    get maxPredictionError() {
      return match()?.prediction?.figures.maxError ?? 0;
    },
    get corrections() {
      return match()?.prediction?.figures.corrections ?? 0;
    },
    get pendingInputs() {
      return match()?.prediction?.figures.pending ?? 0;
    },
    get inputMargin() {
      return match()?.inputMargin ?? 0;
    },
    get patchesPerSecond() {
      return match()?.traffic.patchesPerSecond ?? 0;
    },
    get bytesPerSecond() {
      return match()?.traffic.bytesPerSecond ?? 0;
    },
    get bytesByKind() {
      return { ...(match()?.traffic.bytes ?? { state: 0, inputs: 0, messages: 0 }) };
    },
    get serverStep() {
      return session.serverStep || 0;
    },
    get simulatedLink() {
      const conditions = stores.network.conditions.value;
      return isSimulated(conditions) ? conditions : undefined;
    },
    get moves() {
      return session.moves;
    },
    get fps() {
      return stage()?.framesPerSecond ?? 0;
    },
    get frames() {
      return frames;
    },
    get own() {
      return drawn(match()).find((player) => player.id === match()?.self?.id);
    },
    get ownOnPage() {
      const self = match()?.self;
      return self && stage()?.toScreen(self.x, self.y);
    },
    get others() {
      return drawn(match()).filter((player) => player.id !== match()?.self?.id);
    },
    get scores() {
      return stores.standings.scores.value.map(({ id, name, score, knockouts, falls }) => ({
        id,
        name,
        score,
        knockouts,
        falls,
      }));
    },
    get events() {
      return [...events];
    },
    get voice() {
      return voice.figures;
    },
    resetFigures() {
      match()?.prediction?.resetFigures();
    },
  };
  const note = (): void => {
    const running = match();
    if (running === undefined) return;
    frames += 1;
    for (const event of running.events) {
      events.push({
        type: event.type,
        tick: event.tick,
        id: "id" in event ? event.id : "",
        by: "by" in event ? event.by : "",
      });
    }
    if (events.length > EVENTS_KEPT) events.splice(0, events.length - EVENTS_KEPT);
  };
  return { figures: Object.freeze(figures), note };
}
