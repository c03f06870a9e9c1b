import type { ReadonlySignal } from "@preact/signals-core";
import type { Match } from "#player/netcode/match.ts";
import type { TransportName } from "#transports/contract/names.ts";
import type { Text } from "../words/t.ts";
import type { LabHistory } from "./history.ts";
import type { WireMeter } from "./wire-meter.ts";

/** Panes that are no connection to the room of the lab: a room in the page, and a film of another pane. */
export const BESIDE = ["local", "video"] as const;
export type BesideName = (typeof BESIDE)[number];
export type PaneName = TransportName | BesideName;

export type PaneStatus =
  | { readonly name: "opening" }
  | { readonly name: "live" }
  | { readonly name: "reconnecting" }
  /** `hopeless`: another try would end alike. */
  | { readonly name: "ended"; readonly text: Text; readonly hopeless?: true };

/** What the page shows of a pane, whatever brings it its picture. */
export interface ShownPane {
  readonly transport: PaneName;
  readonly status: ReadonlySignal<PaneStatus>;
  readonly meter: WireMeter;
  readonly history: LabHistory;
  /** The match as this pane knows it; undefined before the first state, after the end, and where there are only pixels. */
  readonly match: Match | undefined;
}

/** What shows a pane's picture, and takes pointers and fingers. */
export interface PlaySurface {
  readonly element: HTMLElement;
  /** Where on the page (CSS pixels) a place of the arena is. */
  toPage(x: number, y: number): { x: number; y: number };
}
