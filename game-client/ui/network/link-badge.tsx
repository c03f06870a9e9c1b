import { isSimulated, linkInWords } from "../../session/link-choice.ts";
import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";
import { openDialog, topDialog } from "../hud-state.ts";
import { Icon } from "../parts/icon.tsx";
import { Marked } from "../parts/marked.tsx";

/** Says that the network is worse than it is, and how. A click leads to where that is changed. */
export function LinkBadge() {
  const network = useStore("network");
  const link = network.link.value;
  if (!isSimulated(link)) return null;
  const words = linkInWords(link);
  return (
    <button
      type="button"
      class="link-badge"
      title={t(($) => $.network.badge, { line: words })}
      data-testid="link-badge"
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
