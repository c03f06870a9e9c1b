import type { BotSkill } from "#shared/bot-skills.ts";

/** How good a bot is. */
export type Skill = "easy" | "normal" | "hard";

/** What a skill is made of. Bots of the same skill differ a little: see traits.ts. */
export interface Ability {
  /** Time (s) before something seen is acted on. Trained players react to a sight in about 0.2 s. */
  readonly reaction: number;
  /** Standard deviation (radians) of the aim around where it should be. */
  readonly aimError: number;
  /** Fastest turn of the aim (radians/s). */
  readonly turnRate: number;
  /** Share 0..1 of the reaction time that is made up for by leading a moving target. */
  readonly anticipation: number;
  /** Weight 0..1 of standing where the push goes over an edge. */
  readonly flank: number;
  /** Promise 0..1 of a push that is worth waiting for. */
  readonly greed: number;
  /** Share 0..1 of a full charge that is aimed for. */
  readonly charge: number;
  /** Probability 0..1 of keeping one's head when flying: to brace or dash back. */
  readonly composure: number;
  /** Probability 0..1 of seeing an attack coming and answering it. */
  readonly alertness: number;
  /** Probability 0..1 that the answer is timed to throw the push back. */
  readonly parry: number;
  /** How badly aim and distance are judged when letting go: 0 not at all, 1 shots at the rim of the cone. */
  readonly sloppiness: number;
  /** Longest pause (s) after a push before the next one is charged. */
  readonly rest: number;
  /** How strongly the middle is preferred to the rim, 0..1. */
  readonly caution: number;
  /** Moments of hesitation per second. */
  readonly hesitation: number;
  /** Time (s) that the way ahead is checked for edges, besides the way to a stop. */
  readonly foresight: number;
  /** Moments per second in a fight in which edges are forgotten. */
  readonly slip: number;
}

/** The three skills. Tuned with `npm run bench -- bots`. */
export const ABILITIES: Readonly<Record<Skill, Ability>> = {
  easy: {
    reaction: 0.28,
    aimError: 0.3,
    turnRate: 5,
    anticipation: 0.3,
    flank: 0.25,
    greed: 0.25,
    charge: 0.5,
    composure: 0.3,
    alertness: 0.2,
    parry: 0,
    sloppiness: 1,
    rest: 3.2,
    caution: 0.3,
    hesitation: 0.5,
    foresight: 0.06,
    slip: 0.2,
  },
  normal: {
    reaction: 0.2,
    aimError: 0.17,
    turnRate: 8,
    anticipation: 0.6,
    flank: 0.7,
    greed: 0.45,
    charge: 0.8,
    composure: 0.65,
    alertness: 0.5,
    parry: 0.2,
    sloppiness: 0.6,
    rest: 2,
    caution: 0.6,
    hesitation: 0.25,
    foresight: 0.1,
    slip: 0.1,
  },
  hard: {
    reaction: 0.14,
    aimError: 0.08,
    turnRate: 13,
    anticipation: 0.9,
    flank: 1,
    greed: 0.6,
    charge: 1,
    composure: 0.95,
    alertness: 0.85,
    parry: 0.6,
    sloppiness: 0.2,
    rest: 1,
    caution: 1,
    hesitation: 0.08,
    foresight: 0.14,
    slip: 0.03,
  },
};

/** Whether a word names a skill. */
export function isSkill(word: string): word is Skill {
  return Object.hasOwn(ABILITIES, word);
}

/** Skill of the bot that comes as number `number`, from 0, where bots of this skill are wanted. */
export function skillOf(skill: BotSkill, number: number): Skill {
  if (skill !== "mixed") return skill;
  return number % 3 === 2 ? "normal" : "easy";
}
