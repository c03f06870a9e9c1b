import { type ReadonlySignal, useComputed, useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Plan } from "../../session/stores/lobby.ts";
import { useStore, useUi } from "../context.ts";

/** A slider that moves tells the room only where it came to rest (ms). */
const REST_MS = 200;
/** The room has answered by then (ms): whatever it did not take is as it was before. */
const ANSWER_MS = 1500;

/** The plan as the host has it in hand: what was changed shows at once, and reaches the room a moment later. */
export interface PlanDraft {
  readonly plan: ReadonlySignal<Plan>;
  change(part: Partial<Omit<Plan, "maxPlayers">>): void;
  /** Tells the room what it has not been told yet. */
  flush(): void;
}

export function usePlanDraft(): PlanDraft {
  const { actions } = useUi();
  const { plan: known } = useStore("lobby");
  const changed = useSignal<Partial<Omit<Plan, "maxPlayers">>>({});
  const plan = useComputed(() => ({ ...known.value, ...changed.value }));
  const draft = useMemo(() => {
    let untold: Partial<Omit<Plan, "maxPlayers">> = {};
    let rest: ReturnType<typeof setTimeout> | undefined;
    let answer: ReturnType<typeof setTimeout> | undefined;
    const flush = (): void => {
      clearTimeout(rest);
      if (Object.keys(untold).length === 0) return;
      actions.give("setUp", untold);
      untold = {};
      clearTimeout(answer);
      answer = setTimeout(() => {
        changed.value = {};
      }, ANSWER_MS);
    };
    return {
      change(part: Partial<Omit<Plan, "maxPlayers">>): void {
        clearTimeout(rest);
        clearTimeout(answer);
        untold = { ...untold, ...part };
        changed.value = { ...changed.value, ...part };
        rest = setTimeout(flush, REST_MS);
      },
      flush,
      stop(): void {
        clearTimeout(rest);
        clearTimeout(answer);
      },
    };
  }, [actions, changed]);
  useEffect(() => () => draft.stop(), [draft]);
  return { plan, change: draft.change, flush: draft.flush };
}
