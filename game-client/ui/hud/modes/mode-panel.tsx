import { useStore } from "../../context.ts";
import { useFace } from "./table.tsx";

/** What the mode says below the clock, while a match is played. */
export function ModePanel() {
  const { Panel } = useFace();
  const { phase } = useStore("hud");
  if (Panel === undefined || phase.value !== "playing") return null;
  return (
    <div class="mode-panel" data-testid="mode-panel">
      <Panel />
    </div>
  );
}
