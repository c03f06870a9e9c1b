import type { ComponentType } from "preact";
import type { ScoreRow } from "../../../session/stores/standings.ts";
import { type Text, t } from "../../../words/t.ts";
import { Pips } from "./pips.tsx";

/** A figure of each player in the score table. */
export interface Column {
  readonly id: string;
  readonly head: Text;
  /** The whole of a short head. */
  readonly title?: Text;
  readonly Cell: ComponentType<{ row: ScoreRow }>;
}

/** Points of the score table, as the mode counts them. */
export const SCORE: Column = {
  id: "score",
  head: () => t(($) => $.hud.scores.score),
  Cell: ({ row }) => <>{row.score}</>,
};

/** Rounds that somebody has won. */
export const ROUNDS: Column = {
  id: "rounds",
  head: () => t(($) => $.hud.scores.rounds),
  Cell: ({ row }) => <>{row.points}</>,
};

/** Seconds under the crown. */
export const REIGN: Column = {
  id: "reign",
  head: () => t(($) => $.hud.scores.reign),
  title: () => t(($) => $.hud.scores.reignTitle),
  Cell: ({ row }) => <>{t(($) => $.units.seconds, { value: row.points })}</>,
};

/** Goals that somebody has scored. */
export const GOALS: Column = {
  id: "goals",
  head: () => t(($) => $.hud.scores.goals),
  Cell: ({ row }) => <>{row.points}</>,
};

/** Seconds in which somebody held a zone for their team. */
export const HELD: Column = {
  id: "held",
  head: () => t(($) => $.hud.scores.held),
  title: () => t(($) => $.hud.scores.heldTitle),
  Cell: ({ row }) => <>{row.points}</>,
};

export const KNOCKOUTS: Column = {
  id: "knockouts",
  head: () => t(($) => $.hud.scores.knockoutsShort),
  title: () => t(($) => $.hud.scores.knockouts),
  Cell: ({ row }) => <>{row.knockouts}</>,
};

export const FALLS: Column = {
  id: "falls",
  head: () => t(($) => $.hud.scores.falls),
  Cell: ({ row }) => <>{row.falls}</>,
};

export const LIVES: Column = {
  id: "lives",
  head: () => t(($) => $.hud.scores.lives),
  Cell: ({ row }) => <Pips lives={row.lives} />,
};
