import type { DrawnThing, MatchView } from "#player/netcode/match-view.ts";
import type { Kit } from "../kit.ts";
import { reachesSight, type Sight } from "../sprites/sight.ts";
import type { ThingFrame, ThingLook, ThingPicture } from "./thing-look.ts";

interface Shown {
  readonly look: ThingLook;
  /** Undefined until it is in sight for the first time. */
  picture: ThingPicture | undefined;
  isHidden: boolean;
}

/** All things of a match, each drawn by the look of its kind. */
export class Objects {
  readonly #kit: Kit;
  readonly #looks: Readonly<Record<string, ThingLook>>;
  readonly #shown = new Map<string, Shown>();
  /** Handed to all pictures; a frame makes none anew. */
  readonly #frame: { -readonly [Name in keyof ThingFrame]: ThingFrame[Name] };

  /** `view` is what it draws first. */
  constructor(kit: Kit, view: MatchView, looks: Readonly<Record<string, ThingLook>>) {
    this.#kit = kit;
    this.#looks = looks;
    this.#frame = { view, time: 0.5, dt: 0.5, pixel: 0.5 };
  }

  /** Goes on with the same things as another view knows them. */
  goOn(view: MatchView): void {
    this.#frame.view = view;
  }

  /** Draws what may be in sight. `time` and `dt` in seconds, `pixel` is the size of a CSS pixel in tiles. */
  update(sight: Sight, time: number, dt: number, pixel: number): void {
    const frame = this.#frame;
    frame.time = time;
    frame.dt = dt;
    frame.pixel = pixel;
    const { things } = frame.view;
    for (const thing of things.values()) this.#draw(thing, sight);
    for (const [id, { picture }] of this.#shown) {
      if (things.has(id)) continue;
      picture?.destroy();
      this.#shown.delete(id);
    }
  }

  destroy(): void {
    for (const { picture } of this.#shown.values()) picture?.destroy();
    this.#shown.clear();
  }

  #draw(thing: DrawnThing, sight: Sight): void {
    const shown = this.#shown.get(thing.id) ?? this.#enter(thing);
    if (shown === undefined) return;
    if (reachesSight(sight, thing.x, thing.y, shown.look.reach)) {
      shown.picture ??= shown.look.create(this.#kit, thing);
      shown.picture.update(thing, this.#frame);
      shown.isHidden = false;
    } else if (!shown.isHidden) {
      shown.picture?.hide();
      shown.isHidden = true;
    }
  }

  #enter({ id, kind }: DrawnThing): Shown | undefined {
    const look = Object.hasOwn(this.#looks, kind) ? this.#looks[kind] : undefined;
    if (look === undefined) return undefined;
    const shown = { look, picture: undefined, isHidden: false };
    this.#shown.set(id, shown);
    return shown;
  }
}
