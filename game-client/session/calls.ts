import type { GameEvent } from "#shared/simulation/types.ts";
import { modeLate, teamName } from "../words/names.ts";
import { type Text, t } from "../words/t.ts";
import type { Said } from "./stores/course.ts";

/** What an event has everybody hear of. */
export type Call = Omit<Said, "key">;

/** Whom an event names. */
type Who = (id: string) => { readonly name: string; readonly self: boolean } | undefined;

/**
 * What is called out when something happens in a mode; undefined for what is seen well enough. `zones` is how many zones
 * there are: they move together.
 */
export function callOf(event: GameEvent, who: Who, zones: number): Call | undefined {
  switch (event.type) {
    case "round":
      if (event.phase === "begins") return plain(() => t(($) => $.modes.says.round, { round: event.round }));
      return roundOver(who(event.winner));
    case "crown":
      return crown(who(event.id), who(event.by));
    case "zone":
      return plain(() =>
        event.phase === "now"
          ? t(($) => $.modes.says.zone, { count: zones })
          : t(($) => $.modes.says.zoneSoon, { count: zones }),
      );
    case "sink":
      return event.phase === 1 ? plain(() => t(($) => $.modes.says.sink)) : undefined;
    case "out":
      return out(who(event.id));
    case "goal":
      return goal(event, who(event.id));
    default:
      return undefined;
  }
}

/** What is called out when the last part of a match of a mode begins; undefined for a mode that the page does not know. */
export function lateCall(mode: string): Call | undefined {
  return modeLate(mode) === "" ? undefined : plain(() => modeLate(mode));
}

/** What is called out at match point, when goals of a team that is behind begin to count twice. */
export function matchPointCall(team: number): Call {
  return plain(() => t(($) => $.modes.says.matchPoint, { team: teamName(team) }));
}

function plain(text: Text): Call {
  return { text, tone: "plain" };
}

function roundOver(winner: ReturnType<Who>): Call {
  if (winner === undefined) return plain(() => t(($) => $.modes.says.roundOver));
  if (winner.self) return { text: () => t(($) => $.modes.says.roundOwn), tone: "good" };
  return plain(() => t(($) => $.modes.says.roundWon, { name: winner.name }));
}

function crown(bearer: ReturnType<Who>, before: ReturnType<Who>): Call {
  if (bearer === undefined) {
    const tone = before?.self ? "bad" : "plain";
    return { text: () => t(($) => $.modes.says.crownLies), tone };
  }
  if (bearer.self) return { text: () => t(($) => $.modes.says.crownOwn), tone: "good" };
  return {
    text: () => t(($) => $.modes.says.crown, { name: bearer.name }),
    tone: before?.self ? "bad" : "plain",
  };
}

function goal({ own, team }: Extract<GameEvent, { type: "goal" }>, by: ReturnType<Who>): Call {
  const name = by?.name ?? "";
  if (by === undefined) return plain(() => t(($) => $.modes.says.goal, { team: teamName(team) }));
  if (own) {
    const tone = by.self ? "bad" : "plain";
    return { text: () => t(($) => $.modes.says.ownGoal, { name, team: teamName(team) }), tone };
  }
  if (by.self) return { text: () => t(($) => $.modes.says.goalOwn), tone: "good" };
  return plain(() => t(($) => $.modes.says.goalBy, { name, team: teamName(team) }));
}

function out(loser: ReturnType<Who>): Call | undefined {
  if (loser === undefined) return undefined;
  if (loser.self) return { text: () => t(($) => $.modes.says.outOwn), tone: "bad" };
  return plain(() => t(($) => $.modes.says.out, { name: loser.name }));
}
