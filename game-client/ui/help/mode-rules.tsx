import { MODES } from "#shared/simulation/modes/table.ts";
import { modeLine, modeMore, modeName } from "../../words/names.ts";
import { t } from "../../words/t.ts";
import { Icon, type IconName } from "../parts/icon.tsx";

/** Signs of the modes; one that has none gets a flag. */
const SIGNS: Readonly<Record<string, IconName>> = {
  brawl: "push",
  last: "heart",
  king: "crown",
  hill: "flag",
  "push-ball": "ball",
  stampede: "people",
  "stampede-hill": "map",
};

/** The rules of all modes, each in a card. */
export function ModeRules() {
  return (
    <section class="mode-rules" aria-label={t(($) => $.modes.title)} data-testid="mode-rules">
      <h3>{t(($) => $.modes.title)}</h3>
      <ul>
        {Object.keys(MODES).map((id) => (
          <li key={id} data-mode={id}>
            <Icon name={SIGNS[id] ?? "flag"} />
            <strong>{modeName(id)}</strong>
            <p>{modeLine(id)}</p>
            <p class="dim">{modeMore(id)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
