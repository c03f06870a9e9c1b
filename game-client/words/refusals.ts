import { ALL_REFUSALS } from "#player/refusals.ts";
import { inEnglish, readRefusal } from "#shared/refusals/refusal.ts";
import { lookUp, type Text, t } from "./t.ts";

/**
 * What the server, a room or a transport said of why something is not so, as a sentence for the player. It came from outside:
 * what is no refusal that this page knows is shown as what it is, and cut short.
 */
export function refusalText(said: string): Text {
  return () => {
    const read = readRefusal(said, ALL_REFUSALS);
    const { count, ...variables } = read?.variables ?? {};
    const numbered = count === undefined ? variables : { ...variables, count: Number(count) };
    const known = read && lookUp(`refusals.${read.id}`, numbered);
    return known ?? t(($) => $.states.serverSays, { said: inEnglish(said, ALL_REFUSALS) });
  };
}
