import { modeName } from "../../words/names.ts";
import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { Button } from "../parts/button.tsx";
import { ChoosePractice } from "../parts/choose-practice.tsx";

/** In the menu: practice at once, and beside it the choice of what. Nothing where the browser has no threads for it. */
export function PracticeEntry({ main = false }: { main?: boolean }) {
  const { actions } = useUi();
  const { lacks } = useStore("menu");
  const plan = useStore("practice").plan.value;
  if (lacks.value.includes("threads")) return null;
  return (
    <div class="menu-practice">
      <Button
        {...(main ? { kind: "sun", class: "button-play" } : { icon: "aim" })}
        testId="practice"
        onClick={() => actions.practice()}
      >
        {t(($) => $.practice.play)}
        {plan.drill === "match" && <small>{modeName(plan.mode)}</small>}
      </Button>
      <ChoosePractice testId="practice-choose" />
    </div>
  );
}
