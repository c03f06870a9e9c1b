import { PICKUP_NAMES } from "#shared/simulation/pickups/table.ts";
import { t } from "../../words/t.ts";
import { PickupPicture } from "../parts/pickup-picture.tsx";

/** What can be picked up, each with what it does. */
export function PickupLessons() {
  return (
    <section class="pickup-lessons" data-testid="help-pickups">
      <h3>{t(($) => $.pickups.title)}</h3>
      <ul>
        {PICKUP_NAMES.map((pickup) => (
          <li key={pickup}>
            <PickupPicture pickup={pickup} />
            <span>
              <b>{t(($) => $.pickups.about[pickup].name)}</b>
              {t(($) => $.pickups.about[pickup].line)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
