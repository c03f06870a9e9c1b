import { type Signal, signal } from "@preact/signals-core";
import { TICK_MS } from "#shared/tunables.ts";
import { t } from "../../words/t.ts";
import type { LabHistory } from "../history.ts";
import type { Pane } from "../pane.ts";
import { Sampling } from "../sampling.ts";
import type { PaneStatus, ShownPane } from "../shown-pane.ts";
import { WireMeter } from "../wire-meter.ts";
import { FilmCamera } from "./film-camera.ts";
import { tickOf } from "./stamp.ts";
import { VideoCall } from "./video-call.ts";

/** Whether this browser films a canvas, sends it, and says when a picture is shown. */
function canShareScreen(): boolean {
  return (
    "captureStream" in HTMLCanvasElement.prototype &&
    "requestVideoFrameCallback" in HTMLVideoElement.prototype &&
    "RTCPeerConnection" in globalThis
  );
}

/** Another pane's picture, as a screen that is shared: pixels over a connection instead of states. */
export class VideoPane implements ShownPane {
  readonly transport = "video";
  readonly status: Signal<PaneStatus> = signal({ name: "opening" });
  readonly meter = new WireMeter();
  /** Here is nothing but pixels. */
  readonly match = undefined;
  /** What the video shows; undefined until it comes. */
  readonly stream: Signal<MediaStream | undefined> = signal(undefined);
  readonly #sampling: Sampling;
  #camera: FilmCamera | undefined;
  #call: VideoCall | undefined;
  #source: Pane | undefined;
  #carried: number | undefined;

  constructor(nowMs: number) {
    this.#sampling = new Sampling(this.meter, nowMs);
    if (canShareScreen()) this.#begin();
    else this.#end({ name: "ended", text: () => t(($) => $.lab.video.unsupported), hopeless: true });
  }

  get history(): LabHistory {
    return this.#sampling.history;
  }

  /** The pane that is filmed. */
  get source(): Pane | undefined {
    return this.#source;
  }

  /** The tick of the state in the picture that is shown; undefined before the first picture. */
  get tick(): number | undefined {
    const known = this.#source?.match?.state.tick;
    return this.#carried === undefined || known === undefined ? undefined : tickOf(this.#carried, known);
  }

  /** Films a pane as it was just drawn. */
  film(source: Pane | undefined, canvas: HTMLCanvasElement | undefined, nowMs: number): void {
    this.#source = source;
    const tick = source?.match?.state.tick;
    if (tick !== undefined && canvas !== undefined) this.#camera?.film(canvas, tick, nowMs);
  }

  /** A picture is shown, with this in its stamp. One that cannot be read says nothing about its age. */
  shown(carried: number | undefined): void {
    if (this.status.value.name === "opening") this.status.value = { name: "live" };
    this.#sampling.update();
    if (carried !== undefined) this.#carried = carried;
  }

  /** Passes a frame. `serverMs` is the simulation time in the room now. */
  frame(serverMs: number): void {
    const { tick } = this;
    if (tick !== undefined) this.#sampling.age(serverMs - tick * TICK_MS);
  }

  /**
   * Notes the figures since the last sample. What is played here goes the way of the pane that is filmed: its round
   * trip, and the time by which the picture is older than its states.
   */
  sample(nowMs: number): void {
    const behind = this.history.mean("age", 4) - (this.#source?.history.mean("age", 4) ?? Number.NaN);
    const roundTrip = (this.#source?.roundTrip ?? 0) + Math.max(0, behind);
    this.#sampling.sample(nowMs, Number.isFinite(roundTrip) ? roundTrip : 0);
    this.#call?.totals().then(
      (totals) => Object.assign(this.meter.totals, totals),
      // It has just ended.
      () => {},
    );
  }

  close(): void {
    this.#camera?.stop();
    this.#call?.close();
    this.stream.value = undefined;
  }

  #begin(): void {
    try {
      this.#camera = new FilmCamera();
      this.#call = new VideoCall(
        this.#camera.track,
        (stream) => {
          this.stream.value = stream;
        },
        () => this.#end({ name: "ended", text: () => t(($) => $.lab.video.noWay) }),
      );
    } catch (error) {
      console.info("No video of a pane:", error);
      this.#end({ name: "ended", text: () => t(($) => $.lab.video.unsupported), hopeless: true });
    }
  }

  #end(status: PaneStatus): void {
    this.close();
    this.status.value = status;
  }
}
