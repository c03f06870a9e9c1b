import { TEAM_IDS, type TeamId } from "#shared/team-ids.ts";

/** What a team is told by: a colour, and a shape for whoever does not see colours. */
export interface TeamLook {
  /** On the ground and in bars, `#rrggbb`. */
  readonly main: string;
  /** For words on something dark. */
  readonly light: string;
  /** Behind white words. */
  readonly dark: string;
  /** Outline of its mark on a grid of 24 x 24, as a path of SVG. */
  readonly mark: string;
}

/** Blue and orange stay apart for normal, protan, deutan and tritan eyes, and differ in lightness; a diamond is no triangle. */
const LOOKS: Readonly<Record<TeamId, TeamLook>> = {
  blue: {
    main: "#3d9bff",
    light: "#a5d3ff",
    dark: "#1250b4",
    mark: "M12 1.5 21.5 12 12 22.5 2.5 12Z",
  },
  orange: {
    main: "#ff9a1f",
    light: "#ffd08a",
    dark: "#a44a00",
    mark: "M12 2.5 22.5 20.5H1.5Z",
  },
};

/** How a team looks, by its number from 0; undefined for `NO_TEAM`. */
export function teamLook(team: number): TeamLook | undefined {
  const id = TEAM_IDS[team];
  return id && LOOKS[id];
}
