import type { MatchView } from "#player/netcode/match-view.ts";
import type { Arena } from "#shared/arena/arena.ts";
import type { Speech } from "../session/speech.ts";
import type { SoundPlayer } from "../sound/cues.ts";
import type { Draft } from "./arena/arena-picture.ts";
import { Island } from "./arena/island.ts";
import { sunkenArena } from "./arena/sunken.ts";
import { ArenaThings } from "./arena/things.ts";
import { Pitch } from "./ball/pitch.ts";
import type { CameraRig } from "./camera-rig.ts";
import { Cast } from "./characters/cast.ts";
import { ClearOfThumbs } from "./clear-of-thumbs.ts";
import { EdgeArrows } from "./edge-arrows.ts";
import type { Bend } from "./effects/bend.ts";
import { Effects } from "./effects/effects.ts";
import { playEvents } from "./event-sounds.ts";
import { eyeOf } from "./eye.ts";
import { GoalArrows } from "./goal-arrows.ts";
import type { Kit } from "./kit.ts";
import { Minimap } from "./minimap.ts";
import { Objects } from "./objects/objects.ts";
import { THING_LOOKS } from "./objects/table.ts";
import { PictureEdge } from "./picture-edge.ts";
import { Openings } from "./sky/openings.ts";
import { Sky } from "./sky/sky.ts";
import { Speeches } from "./speech/speeches.ts";
import type { LookPieces } from "./sprites/look-book.ts";

/** What a picture needs besides its kit. */
export interface PictureParts {
  readonly rig: CameraRig;
  readonly sound: SoundPlayer;
  /** What characters wear until their look is baked. */
  readonly plain: LookPieces;
  /** Bends the picture, where the renderer can. */
  readonly bend: Bend | undefined;
}

/**
 * The picture of one match: it reads the view and draws, and decides nothing. Sky and island are there from its first
 * frame on, everything else comes with the next ones: all of it together would take longer than a frame has.
 */
export class MatchPicture {
  #view: MatchView;
  readonly #kit: Kit;
  readonly #parts: PictureParts;
  readonly #sky: Sky;
  readonly #island: Island;
  readonly #cast: Cast;
  readonly #speeches: Speeches;
  /** The way to all that joins sky and island; undefined once it is there. */
  #arriving: Generator<void, void> | undefined = this.#arrive();
  #things: ArenaThings | undefined;
  readonly #objects: Objects;
  #effects: Effects | undefined;
  #minimap: Minimap | undefined;
  #edge: PictureEdge | undefined;
  #arrows: EdgeArrows | undefined;
  #pitch: Pitch | undefined;
  #goals: GoalArrows | undefined;
  readonly #thumbs = new ClearOfThumbs();
  #time = 0;
  /** What the camera sees in this frame, without its shaking (tiles). */
  readonly #sight = { x: 0.5, y: 0.5, width: 0.5, height: 0.5 };

  /** `draft` stands in for the island until that is painted; without it, all of the island is painted at once. */
  constructor(kit: Kit, parts: PictureParts, view: MatchView, openings: Openings, draft: Draft | undefined) {
    this.#view = view;
    this.#kit = kit;
    this.#parts = parts;
    this.#sky = new Sky(kit, view.arena, openings);
    this.#island = new Island(kit, view.ground, placeToBegin(view), draft, (arena) => this.#reshape(arena));
    // Whoever comes in the middle of a round finds a part of the rim gone.
    if (view.ground.sunk > 0) this.#reshape(sunkenArena(view.arena, view.ground.sunk));
    this.#cast = new Cast(kit, parts.plain);
    this.#objects = new Objects(kit, view, THING_LOOKS);
    this.#speeches = new Speeches(kit);
    parts.rig.cut();
  }

  get view(): MatchView {
    return this.#view;
  }

  /** Goes on with another view of the same arena, as when another process has the room: everything stays where it is seen. */
  goOn(view: MatchView): void {
    this.#view = view;
    this.#objects.goOn(view);
    this.#effects?.goOn(view);
  }

  /** `elapsed` in seconds; `density` is device pixels per CSS pixel. */
  update(elapsed: number, density: number): void {
    const { view } = this;
    const { rig, sound } = this.#parts;
    const dt = view.paused ? 0 : elapsed;
    this.#time += dt;
    const camera = this.#kit.scene.cameras.main;
    const { shake, moves } = this.#kit.settings();
    const { drifts, lead } = moves;
    const clear = view.self === undefined ? undefined : this.#thumbs.of(camera, density);
    rig.update(camera, view, dt, { shake, drifts, lead, density, clear });
    const pixel = density / rig.zoom;
    this.#sky.update(rig, dt);
    this.#island.update(view.ground, dt);
    if (this.#arriving?.next().done) this.#arriving = undefined;
    this.#things?.update(view.ground.crumblePhases, dt);
    if (this.#arriving !== undefined) return;
    const sight = this.#sight;
    sight.width = camera.width / rig.zoom;
    sight.height = camera.height / rig.zoom;
    sight.x = rig.x - sight.width / 2;
    sight.y = rig.y - sight.height / 2;
    this.#cast.update(view, sight, this.#time, dt, pixel);
    this.#objects.update(sight, this.#time, dt, pixel);
    this.#speeches.update(view, dt, pixel);
    this.#minimap?.update(view, rig, pixel);
    this.#edge?.look(rig, pixel);
    this.#pitch?.update(view, rig, this.#time, dt, pixel);
    this.#goals?.update(view, rig, pixel);
    this.#arrows?.update(view, rig, pixel);
    if (view.paused) return;
    this.#effects?.update(dt);
    const hearing = { x: rig.x, y: rig.y, halfWidth: sight.width / 2 };
    playEvents(view, hearing, sound);
    this.#pitch?.sound(view, hearing, sound);
  }

  /** What is seen over characters at this moment. */
  get speeches(): readonly Speech[] {
    return this.#speeches.seen;
  }

  /** Shows what somebody says over their character, while that is in sight. */
  tell(speech: Speech): void {
    this.#speeches.tell(speech);
  }

  destroy(): void {
    this.#speeches.destroy();
    this.#pitch?.destroy();
    this.#goals?.destroy();
    this.#arrows?.destroy();
    this.#minimap?.destroy();
    this.#effects?.destroy();
    this.#objects.destroy();
    this.#cast.destroy();
    this.#things?.destroy();
    this.#island.destroy();
    this.#sky.destroy();
  }

  /** The ground has another shape: the sky is seen where it was, and what stood there is gone. */
  #reshape(arena: Arena): void {
    this.#sky.reshape(new Openings(arena));
    this.#things?.reshape(arena, this.view.ground.crumblePhases);
  }

  /** What joins sky and island, a step for each frame; the characters come when it is done. */
  *#arrive(): Generator<void, void> {
    yield;
    const { arena, ground } = this.view;
    const things = new ArenaThings(this.#kit, sunkenArena(arena, ground.sunk));
    this.#things = things;
    yield;
    const { rig, bend } = this.#parts;
    this.#effects = new Effects(this.#kit, this.view, this.#cast, things, rig, bend);
    yield;
    const byTouch = this.#thumbs.isOn;
    this.#minimap = Minimap.for(this.#kit, this.view.arena, byTouch);
    const edge = new PictureEdge(this.#kit, this.#minimap !== undefined, byTouch);
    this.#edge = edge;
    this.#arrows = new EdgeArrows(this.#kit, edge);
    this.#pitch = new Pitch(this.#kit, edge);
    this.#goals = new GoalArrows(this.#kit, edge);
    yield;
  }
}

/** What is in sight first: the own character, or whom one follows, or the middle of the arena. */
function placeToBegin(view: MatchView): { x: number; y: number } {
  return eyeOf(view) ?? { x: view.arena.width / 2, y: view.arena.height / 2 };
}
