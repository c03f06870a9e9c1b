import { PICKUP_NAMES, type PickupName } from "#shared/simulation/pickups/table.ts";
import { t } from "../../words/t.ts";
import { PickupPicture } from "../parts/pickup-picture.tsx";

interface PickupsFieldProps {
  /** Those that do not appear. */
  off: readonly PickupName[];
  testId: string;
  onChange: (off: PickupName[]) => void;
}

/** A switch for each pickup. */
export function PickupsField({ off, testId, onChange }: PickupsFieldProps) {
  return (
    <fieldset class="field pickups-field" data-testid={testId}>
      <legend>{t(($) => $.pickups.which)}</legend>
      <div class="pickup-switches">
        {PICKUP_NAMES.map((pickup) => (
          <label key={pickup} data-cue="uiMove" title={t(($) => $.pickups.about[pickup].line)}>
            <input
              type="checkbox"
              role="switch"
              aria-checked={!off.includes(pickup)}
              checked={!off.includes(pickup)}
              data-testid={`${testId}-${pickup}`}
              onChange={() =>
                onChange(PICKUP_NAMES.filter((name) => off.includes(name) !== (name === pickup)))
              }
            />
            <span>
              <PickupPicture pickup={pickup} />
              {t(($) => $.pickups.about[pickup].name)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
