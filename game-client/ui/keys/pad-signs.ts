import { signal } from "@preact/signals";

/** Makers whose pads say other things on the same buttons. */
export type PadKind = "xbox" | "playstation" | "nintendo";

/** What a pad has that one plays with. */
export type PadPart = "move" | "aim" | "push" | "dash" | "brace";

/** The kind of the pad that was used last. */
export const padKind = signal<PadKind>("xbox");

/** What browsers call pads, by kind: names, and the USB numbers of their makers. */
const NAMES: readonly (readonly [PadKind, RegExp])[] = [
  ["playstation", /054c|sony|playstation|dualshock|dualsense|^wireless controller/i],
  ["nintendo", /057e|nintendo|switch|joy-?con/i],
];

/** What stands on the buttons at the shoulders, which the game is played with; sticks are called the same everywhere. */
const SIGNS: Readonly<Record<PadKind, Readonly<Record<PadPart, string>>>> = {
  xbox: { move: "L", aim: "R", push: "RT", dash: "LT", brace: "RB" },
  playstation: { move: "L", aim: "R", push: "R2", dash: "L2", brace: "R1" },
  nintendo: { move: "L", aim: "R", push: "ZR", dash: "ZL", brace: "R" },
};

/** The kind of a pad, by its `Gamepad.id`; most that say nothing else have the signs of an Xbox pad. */
export function kindOfPad(id: string | undefined): PadKind {
  return NAMES.find(([, pattern]) => pattern.test(id ?? ""))?.[0] ?? "xbox";
}

/** What stands on a part of a pad. */
export function padSign(part: PadPart, kind: PadKind): string {
  return SIGNS[kind][part];
}
