import { conditionsInWords, isSimulated } from "../../session/network-conditions.ts";
import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";
import { openDialog, topDialog } from "../hud-state.ts";
import { Icon } from "../parts/icon.tsx";
import { Marked } from "../parts/marked.tsx";

/** Says that the network is worse than it is, and how. A click leads to where that is changed. */
export function ConditionsBadge() {
  const network = useStore("network");
  const conditions = network.conditions.value;
  if (!isSimulated(conditions)) return null;
  const words = conditionsInWords(conditions);
  return (
    <button
      type="button"
      class="conditions-badge"
      title={t(($) => $.network.badge, { line: words })}
      data-testid="conditions-badge"
      onClick={() => {
        if (topDialog.peek() === undefined) openDialog("network");
      }}
    >
      <Icon name="warn" />
      <span>
        <Marked
          text={t(($) => $.network.simulatedMarked, { line: words })}
          parts={{ b: (simulated) => <b>{simulated}</b> }}
        />
      </span>
    </button>
  );
}
