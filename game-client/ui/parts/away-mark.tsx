import { t } from "../../words/t.ts";
import { Icon } from "./icon.tsx";

/** Beside the name of somebody for whom a bot plays. */
export function AwayMark() {
  return (
    <span class="tag tag-away" title={t(($) => $.people.awayHint)} data-testid="away">
      <Icon name="moon" />
      {t(($) => $.people.away)}
    </span>
  );
}
