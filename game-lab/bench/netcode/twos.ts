import { type AnswerFigures, measureAnswers } from "../../netcode/answers.ts";
import { type HitFigures, measureHits } from "../../netcode/hits.ts";
import { roomInTwos } from "../../netcode/in-twos.ts";
import { PROFILES, type ProfileName } from "../../netcode/profiles.ts";
import { measureRunning } from "../../netcode/running.ts";
import { table } from "../document.ts";

/** What the table says. */
export const IN_TWOS =
  "A room that makes two steps at one go, and whose inputs travel in twos, as those on huge arenas do; *one that makes each step by itself*, and is the same otherwise. Input to patch: from the making of an input on its page until the patch leaves that includes it. Target: the same.";

/** What it is like to play in a room. */
interface Figures {
  readonly answers: AnswerFigures;
  readonly corrections: number;
  /** Share of the ticks that found no input. */
  readonly starvation: number;
  readonly hits: HitFigures;
}

/** A room that makes two steps at one go, and one that makes each by itself. */
export interface TwosFigures {
  readonly on: Figures;
  readonly off: Figures;
}

/** The same play in both on a line. */
export async function measureTwos(name: ProfileName): Promise<TwosFigures> {
  return { on: await figuresOf(name, roomInTwos()), off: await figuresOf(name, {}) };
}

async function figuresOf(name: ProfileName, room: object): Promise<Figures> {
  const profile = PROFILES[name];
  const { corrections, starvation } = await measureRunning(profile, { room });
  return {
    answers: await measureAnswers(profile, { room }),
    corrections,
    starvation,
    hits: await measureHits(profile, { rewind: true, defence: true }, { room }),
  };
}

/** What two steps at one go cost players, line by line, as Markdown. */
export function twosTable(lines: readonly (readonly [ProfileName, TwosFigures])[]): string {
  const of = ({ hits, pushes }: HitFigures) => `${hits} of ${pushes}`;
  const share = (value: number) => `${(value * 100).toFixed(1)} %`;
  return table(
    [
      "Line",
      "input to patch (ms), mean",
      "p95 (ms)",
      "corrections",
      "ticks without an input",
      "pushes that hit",
    ],
    lines.map(([name, { on, off }]) => [
      PROFILES[name].name,
      `${on.answers.mean.toFixed(1)}, *${off.answers.mean.toFixed(1)}*`,
      `${on.answers.p95.toFixed(0)}, *${off.answers.p95.toFixed(0)}*`,
      `${on.corrections}, *${off.corrections}*`,
      `${share(on.starvation)}, *${share(off.starvation)}*`,
      `${of(on.hits)}, *${of(off.hits)}*`,
    ]),
  );
}
