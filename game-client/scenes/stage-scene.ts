import Phaser from "phaser";
import type { MatchView } from "#player/netcode/match-view.ts";
import type { Speech } from "../session/speech.ts";
import type { Draft } from "./arena/arena-picture.ts";
import { PaintThread } from "./arena/paint-thread.ts";
import { sketchArena } from "./arena/sketch.ts";
import { Backdrop } from "./backdrop.ts";
import { CameraRig } from "./camera-rig.ts";
import { Bend } from "./effects/bend.ts";
import { createLayers, type Kit } from "./kit.ts";
import { MatchPicture, type PictureParts } from "./match-picture.ts";
import { usePlainCanvas } from "./plain-canvas.ts";
import { usePlainShaders } from "./plain-shader.ts";
import { type Quality, QualityGovernor } from "./quality.ts";
import { Openings } from "./sky/openings.ts";
import type { Art } from "./sprites/art.ts";
import { LabelBook } from "./sprites/label-book.ts";
import { LookBook } from "./sprites/look-book.ts";
import { drawPlainly } from "./sprites/plain-tree.ts";
import type { StageOptions } from "./stage.ts";
import { StageTime } from "./stage-time.ts";

/** Frames of a match in front of the steps to its picture. */
const FRAMES_AHEAD = 2;
/** Labels are written this much finer than CSS pixels at most. */
const MAX_LABEL_SCALE = 2;

/** The one Phaser scene: it owns the loop, and holds the picture of a match or of the menu. */
export class StageScene extends Phaser.Scene {
  readonly rig = new CameraRig();
  /** Settles when Phaser has created the scene. */
  readonly created: Promise<void>;
  /** Device pixels per CSS pixel of the canvas. */
  density = 1;
  /** Called when more or less is drawn than before. */
  onQuality: () => void = () => undefined;
  readonly #options: StageOptions;
  readonly #art: Art;
  readonly #governor = new QualityGovernor();
  #quality: Quality | undefined;
  #kit: Kit | undefined;
  #parts: PictureParts | undefined;
  #picture: MatchPicture | undefined;
  #backdrop: Backdrop | undefined;
  /** Ready for the first match, whose line may be cut as soon as it has begun. */
  #painter: PaintThread | undefined;
  /** The way to the picture of the next match, a step for each frame. */
  #coming: Generator<void, void> | undefined;
  readonly #stageTime: StageTime;
  #onCreated: () => void = () => undefined;

  constructor(options: StageOptions, art: Art, painter: PaintThread) {
    super("stage");
    this.#options = options;
    this.#stageTime = new StageTime(options.pace);
    this.#art = art;
    this.#painter = painter;
    this.created = new Promise((resolve) => {
      this.#onCreated = resolve;
    });
  }

  /** How much is drawn at this moment. */
  get quality(): Quality {
    return this.#governor.allow(this.#options.settings.value.effects);
  }

  /** Called by Phaser when the renderer is there. */
  create(): void {
    const { renderer } = this.game;
    const layers = createLayers(this);
    if (renderer instanceof Phaser.Renderer.WebGL.WebGLRenderer) {
      usePlainShaders(renderer);
    } else {
      usePlainCanvas(renderer);
      for (const layer of Object.values(layers)) drawPlainly(layer);
    }
    // What was drawn is a list that grows anew in each frame, for the pointer of Phaser, which the game does not use.
    this.cameras.main.addToRenderList = () => undefined;
    this.#art.register(this.textures);
    this.#kit = {
      scene: this,
      art: this.#art,
      looks: new LookBook(this.textures, this.#art.resolution),
      labels: new LabelBook(this.textures, Math.min(MAX_LABEL_SCALE, Math.ceil(this.density))),
      layers,
      settings: () => this.#options.settings.value,
      quality: () => this.quality,
    };
    this.#onCreated();
  }

  /** Waits for what every picture needs, then shows the menu's backdrop. */
  async prepare(): Promise<void> {
    const kit = this.#kit;
    if (!kit) throw new Error("The scene has to be created before it is prepared");
    const { renderer } = this.game;
    const webgl = renderer instanceof Phaser.Renderer.WebGL.WebGLRenderer ? renderer : undefined;
    this.#parts = {
      rig: this.rig,
      sound: this.#stageTime.paced(this.#options.sound),
      plain: await kit.looks.prepare(-1, 0, this.#options.settings.value.colors),
      bend: webgl ? new Bend(kit, webgl) : undefined,
    };
    this.show(undefined);
  }

  /** Replaces the picture, that of a match with the next frames; undefined shows the backdrop. */
  show(view: MatchView | undefined): void {
    this.#coming?.return();
    this.#coming = undefined;
    if (view !== undefined) {
      // What is shown of the menu is a view of its own.
      if (this.#backdrop === undefined && this.#picture?.view.arena === view.arena) {
        this.#picture.goOn(view);
        return;
      }
      this.#coming = this.#bring(view, this.#painter ?? new PaintThread());
      this.#painter = undefined;
      // A generator that has not begun has nothing to put away.
      this.#coming.next();
      return;
    }
    this.#backdrop = new Backdrop();
    this.#replace(this.#backdrop, new Openings(this.#backdrop.arena), undefined);
  }

  /** What is seen over characters at this moment. */
  get speeches(): readonly Speech[] {
    return this.#picture?.speeches ?? [];
  }

  /** Shows what somebody says in the match that is shown. */
  tell(speech: Speech): void {
    this.#picture?.tell(speech);
  }

  /** Frees what the pictures hold, before the game goes. */
  dispose(): void {
    this.#coming?.return();
    this.#painter?.stop();
    this.#picture?.destroy();
    this.#picture = undefined;
  }

  /** Called by Phaser once a frame. */
  override update(): void {
    // A match may run before there is anything to draw it with: its frames begin with the first that shows something.
    if (this.#parts === undefined) return;
    const now = performance.now();
    this.#govern(now);
    this.#options.beforeFrame(now);
    const dt = this.#stageTime.step(now);
    if (this.#coming?.next().done) this.#coming = undefined;
    // Those of the menu stroll for their looks alone.
    if (this.#options.settings.value.moves.drifts) this.#backdrop?.update(dt);
    this.#picture?.update(dt, this.density);
    this.#kit?.looks.flush();
    this.#kit?.labels.flush();
  }

  /** The steps to the picture of a match: the one before stays until the new one has an island to show. */
  *#bring(view: MatchView, painter: PaintThread): Generator<void, void> {
    let draft: Draft | undefined;
    try {
      // The first frames have the match itself to set up, and what lies over it.
      for (let i = 0; i < FRAMES_AHEAD; i++) yield;
      const openings = new Openings(view.arena);
      yield;
      const sketch = sketchArena(view.arena);
      yield;
      draft = { sketch, painter };
      this.#backdrop = undefined;
      this.#replace(view, openings, draft);
    } finally {
      if (draft === undefined) painter.stop();
    }
  }

  #replace(view: MatchView, openings: Openings, draft: Draft | undefined): void {
    if (!this.#kit || !this.#parts) return;
    this.#picture?.destroy();
    this.#picture = new MatchPicture(this.#kit, this.#parts, view, openings, draft);
  }

  #govern(now: number): void {
    const quality = this.#governor.frame(now, this.#options.settings.value.effects);
    if (quality === this.#quality) return;
    this.#quality = quality;
    this.onQuality();
  }
}
