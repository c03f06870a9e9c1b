import { useComputed } from "@preact/signals";
import { FALL } from "#shared/tunables.ts";
import type { OwnFall } from "../../session/fall-words.ts";
import { t } from "../../words/t.ts";
import { Avatar } from "../avatar.tsx";
import { useStore } from "../context.ts";
import { Icon } from "../parts/icon.tsx";
import { Marked } from "../parts/marked.tsx";
import { CAUSE_ICONS } from "./cause-icons.ts";

/** Words for the two moments after a fall: out of play, for good without a life left, and back under protection. */
export function Respawn() {
  const { status: own, fallenBy } = useStore("own");
  const { phase } = useStore("hud");
  const { isOut } = useStore("watching");
  const state = useComputed(() => {
    if (phase.value !== "playing") return "none";
    if (own.value.respawnIn > 0) return "out";
    return own.value.protected ? "protected" : "none";
  });
  const left = useComputed(() => own.value.respawnIn.toFixed(1));
  const style = useComputed(() => `--share:${(1 - own.value.respawnIn / FALL.respawnTime).toFixed(2)}`);
  if (state.value === "out") {
    return (
      <div class="respawn" role="status" data-testid="respawn">
        <strong>{isOut.value ? t(($) => $.modes.says.outOwn) : t(($) => $.hud.knockedOut)}</strong>
        <Why fall={fallenBy.value} />
        {!isOut.value && (
          <>
            <span class="respawn-count">
              <Marked
                text={t(($) => $.hud.backIn, { seconds: left.value })}
                parts={{ b: (seconds) => <b>{seconds}</b> }}
              />
            </span>
            <span class="bar" style={style} />
          </>
        )}
      </div>
    );
  }
  if (state.value === "none") return null;
  return (
    <div class="protection" role="status" data-testid="protection">
      <Icon name="shield" />
      {t(($) => $.hud.protected)}
    </div>
  );
}

/** By whom and how, with a picture of them. The server's word comes a moment after the fall: there is room for it before. */
function Why({ fall }: { fall: OwnFall | undefined }) {
  return (
    <span class="respawn-why">
      <span class={`respawn-picture ${fall?.by === undefined ? "respawn-alone" : ""}`} aria-hidden="true">
        {fall?.by && <Avatar look={fall.by.look} class="respawn-avatar" />}
        {fall && (
          <span class="respawn-how">
            <Icon name={CAUSE_ICONS[fall.cause]} />
          </span>
        )}
      </span>
      <span data-testid="fallen-by">{fall?.words()}</span>
    </span>
  );
}
