import { KING } from "#shared/mode-tunables.ts";
import { t } from "../../../words/t.ts";
import { Avatar } from "../../avatar.tsx";
import { useStore } from "../../context.ts";
import { Icon } from "../../parts/icon.tsx";
import { FALLS, KNOCKOUTS, REIGN } from "./column.tsx";
import type { ModeFace } from "./face.ts";

/** Who wears the crown, and for how long. */
export const king: ModeFace = { columns: [REIGN, KNOCKOUTS, FALLS], Panel };

function Panel() {
  const bearer = useStore("course").bearer.value;
  const { scores } = useStore("standings");
  if (bearer === undefined) {
    return (
      <p class="mode-line-up" role="status" data-testid="bearer" data-player="">
        <Icon name="crown" />
        {t(($) => $.modes.says.crownLies)}
      </p>
    );
  }
  const { id, name, look, self } = bearer;
  const seconds = scores.value.find((row) => row.id === id)?.points ?? 0;
  return (
    <div class={`mode-bearer ${self ? "mode-bearer-self" : ""}`} data-testid="bearer" data-player={name}>
      <Icon name="crown" />
      <Avatar look={look} />
      <strong class="name-text">{self ? t(($) => $.common.you) : name}</strong>
      <b>{t(($) => $.units.seconds, { value: seconds })}</b>
      <span class="mode-bar" style={`--share:${Math.min(1, seconds / KING.goal).toFixed(3)}`} />
    </div>
  );
}
