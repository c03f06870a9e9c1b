import { endOf, isExpired, refusalCode } from "#player/ends.ts";
import { refusal } from "#shared/refusals/refusal.ts";
import type { TransportName } from "#transports/contract/names.ts";
import { TransportTrouble } from "../transports/trouble.ts";
import type { english } from "../words/english/english.ts";
import { refusalText } from "../words/refusals.ts";
import { type Text, t } from "../words/t.ts";

/** What the page says, and whether trying again makes sense. */
export interface Explanation {
  title: Text;
  text: Text;
  retry: boolean;
  /** The transport that may work where the chosen one does not. */
  instead?: TransportName;
}

/** What a browser cannot do; the catalogue says what that means for the player. */
export type Lack = keyof typeof english.settings.lacks;

/** Why a connection ended, in words; undefined when the player left on purpose. */
export function explainClose(code: number, reason: string | undefined): Explanation | undefined {
  switch (endOf(code)) {
    case "left":
      return undefined;
    case "goingDown":
      return {
        title: () => t(($) => $.states.goingDown.title),
        text: () => t(($) => $.states.goingDown.text),
        retry: true,
      };
    case "putOut":
      return {
        title: () => (isFinal(reason) ? t(($) => $.states.putOut) : t(($) => $.states.ended.title)),
        text: reason ? refusalText(reason) : () => t(($) => $.states.ended.text),
        retry: !isFinal(reason),
      };
    case "roomClosed":
      return {
        title: () => t(($) => $.states.roomClosed.title),
        text: reason ? refusalText(reason) : () => t(($) => $.states.roomClosed.text),
        retry: false,
      };
    case "lost":
      return {
        title: () => t(($) => $.states.lost.title),
        text: () => t(($) => $.states.lost.text),
        retry: true,
      };
  }
}

/** Why joining failed, in words. */
export function explainFailure(error: unknown): Explanation & { code: number } {
  const code = refusalCode(error);
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof TransportTrouble) return { code, ...explainTrouble(error) };
  if (code === 0) {
    return {
      code,
      title: () => t(($) => $.states.noAnswer.title),
      text: () => t(($) => $.states.noAnswer.text),
      retry: true,
    };
  }
  const title: Text = () => t(($) => $.states.couldNotJoin.title);
  if (message === "") return { code, title, text: () => t(($) => $.states.couldNotJoin.cut), retry: true };
  if (isExpired(error)) return { code, title, text: () => t(($) => $.states.couldNotJoin.late), retry: true };
  return { code, title, text: refusalText(message), retry: code >= 500 || code === 429 };
}

function explainTrouble({ transport, instead, why, message, passes }: TransportTrouble): Explanation {
  const named = (name: TransportName): string => t(($) => $.names.transports[name]);
  const reason: Text = () =>
    why === "refused"
      ? refusalText(message)()
      : t(($) => $.states.trouble[why], { transport: named(transport) });
  return {
    title: () => t(($) => $.states.trouble.title, { transport: named(transport) }),
    text: () => t(($) => $.states.trouble.instead, { why: reason(), instead: named(instead) }),
    retry: passes,
    instead,
  };
}

/** Whether a room that says this lets nobody come back. */
function isFinal(reason: string | undefined): boolean {
  return reason === refusal("kicked");
}
