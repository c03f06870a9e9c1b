import { UsageError } from "#bots/load/usage.ts";

/** How many rounds are to be fought: everywhere, or only by a way, or only under a condition. */
export interface RoundsRule {
  readonly way: string | undefined;
  readonly condition: string | undefined;
  readonly rounds: number;
}

/** Most rounds of a pair that may be asked for: more would take days. */
const MAX_ROUNDS = 100_000;

/** Ids that a rule may name. */
export interface Known {
  readonly ways: readonly string[];
  readonly conditions: readonly string[];
}

/**
 * Reads rules as they are typed: `40,loss-5=200,auto=400,auto@loss-3=1000`.
 * @throws UsageError for what is no number, and for a name that is neither a way nor a condition.
 */
export function parseRounds(option: string, text: string, known: Known): RoundsRule[] {
  return text.split(",").map((word) => {
    const [name, count] = word.includes("=") ? word.split("=", 2) : ["", word];
    const rounds = Number(count);
    if (!count?.trim() || !Number.isInteger(rounds) || rounds < 0 || rounds > MAX_ROUNDS) {
      throw new UsageError(
        `${option}: expected N, CONDITION=N, WAY=N or WAY@CONDITION=N with N from 0 to ${MAX_ROUNDS}, found "${word}".`,
      );
    }
    const parts = (name ?? "").trim().split("@");
    const rule = { way: undefined, condition: undefined, rounds };
    if (parts[0] === "") return rule;
    return { ...rule, ...placeOf(option, parts, known) };
  });
}

function placeOf(
  option: string,
  parts: readonly string[],
  { ways, conditions }: Known,
): Partial<Pick<RoundsRule, "way" | "condition">> {
  const [first = "", second] = parts;
  if (second === undefined && conditions.includes(first)) return { condition: first };
  if (ways.includes(first)) {
    if (second === undefined) return { way: first };
    if (conditions.includes(second)) return { way: first, condition: second };
  }
  throw new UsageError(
    `${option}: "${parts.join("@")}" is neither a way (${ways.join(", ")}) nor a condition (${conditions.join(", ")}).`,
  );
}

/** How many rounds a way is to fight under a condition: the last rule that says something about it. */
export function roundsWanted(rules: readonly RoundsRule[], way: string, condition: string): number {
  const rule = rules.findLast(
    (one) => (one.way ?? way) === way && (one.condition ?? condition) === condition,
  );
  return rule?.rounds ?? 0;
}
