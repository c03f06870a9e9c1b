import { inEnglish } from "#shared/refusals/refusal.ts";

/** What a refused request is answered: the refusal as a page reads it, and as a sentence for people and their programs. */
export interface RefusalBody {
  readonly code: number;
  readonly error: string;
  readonly sentence: string;
}

/** The body of a refused request, as JSON. `error` is what `refusal` in game-shared returns. */
export function refusalBody(code: number, error: string): RefusalBody {
  return { code, error, sentence: inEnglish(error) };
}
