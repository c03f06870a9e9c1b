import { type Signal, signal } from "@preact/signals-core";
import type { Hands } from "#player/netcode/hands.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { packLook } from "#shared/look.ts";
import { PRACTICE_SEAT } from "#shared/practice.ts";
import { CLEAR_NETWORK } from "../session/network-conditions.ts";
import { t } from "../words/t.ts";
import type { PanePicture } from "./drawing/pane-picture.ts";
import { View } from "./drawing/view.ts";
import { Pane } from "./pane.ts";
import { BESIDE, type BesideName } from "./shown-pane.ts";
import { VideoPane } from "./video/video-pane.ts";

export type LocalPane = Pane<"local">;
export type BesidePane = LocalPane | VideoPane;

/** What the room in the page plays: as much to look at as in the room of the server. */
const LOCAL_MATCH = { drill: "match", arena: "meadow", bots: 8, skill: "normal" } as const;
/** The look of the character in it: a colour that none of the other panes has. */
const LOCAL_LOOK = packLook({ color: 10, pattern: 0, hat: 0 });

export interface BesideDeps {
  readonly origin: string;
  readonly arenas: ReadonlyMap<string, Arena>;
  now(): number;
  date(): number;
}

/** The panes that are no connection to the room of the lab. */
export class Beside {
  readonly panes: Signal<readonly BesidePane[]> = signal([]);
  readonly #deps: BesideDeps;
  readonly #view = new View();

  constructor(deps: BesideDeps) {
    this.#deps = deps;
  }

  get local(): LocalPane | undefined {
    return this.panes.value.find((pane) => pane.transport === "local");
  }

  get video(): VideoPane | undefined {
    return this.panes.value.find((pane) => pane.transport === "video");
  }

  /** Opens a pane, or closes it. `hands` are those of its player. */
  show(name: BesideName, shown: boolean, hands: Hands): void {
    for (const pane of this.panes.value) if (pane.transport === name) pane.close();
    const others = this.panes.value.filter((pane) => pane.transport !== name);
    const panes = shown ? [...others, this.#open(name, hands)] : others;
    this.panes.value = panes.sort((a, b) => BESIDE.indexOf(a.transport) - BESIDE.indexOf(b.transport));
  }

  advance(nowMs: number): void {
    this.local?.advance(nowMs);
  }

  /** Passes a frame. `serverMs` is the time in the room of the lab; the room in the page has its own. */
  frame(nowMs: number, serverMs: number): void {
    const { local, video } = this;
    local?.frame(nowMs, local.match?.serverTime ?? 0);
    video?.frame(serverMs);
  }

  /** Draws the room in the page, and films a pane that has just been drawn. */
  draw(
    pictures: ReadonlyMap<string, PanePicture>,
    { source, playsLocal }: { source: Pane | undefined; playsLocal: boolean },
    time: { nowMs: number; dt: number },
  ): void {
    const match = this.local?.match;
    const picture = pictures.get("local");
    if (match !== undefined && picture !== undefined)
      this.#view.draw(match, playsLocal ? match.self?.id : undefined, [[picture, match]], time);
    this.video?.film(source, source && pictures.get(source.transport)?.canvas, time.nowMs);
  }

  sample(nowMs: number): void {
    for (const pane of this.panes.value) pane.sample(nowMs);
  }

  close(): void {
    for (const pane of this.panes.value) pane.close();
  }

  #open(name: BesideName, hands: Hands): BesidePane {
    if (name === "video") return new VideoPane(this.#deps.now());
    const { date } = this.#deps;
    // No network is no bad network either.
    return new Pane(
      {
        ...this.#deps,
        transport: "local",
        hands,
        came: () => {},
        join: (client) => client.take(PRACTICE_SEAT),
        door: async () => {
          const { openPractice } = await import("../practice/open-practice.ts");
          const name = t(($) => $.lab.pane.localSeat);
          return openPractice({ name, look: LOCAL_LOOK, seed: date() | 0, wish: LOCAL_MATCH });
        },
      },
      CLEAR_NETWORK,
    );
  }
}
