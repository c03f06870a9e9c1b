import { useId } from "preact/hooks";
import { isHuge } from "#shared/simulation/modes/suits.ts";
import { arenaName } from "../../words/names.ts";
import { t } from "../../words/t.ts";
import type { ArenaChoice } from "../context.ts";
import { ArenaMap } from "./arena-map.tsx";

interface ArenaChooserProps {
  arenas: readonly ArenaChoice[];
  /** Id of the arena that is chosen. */
  value: string;
  testId?: string;
  onChange: (arena: ArenaChoice) => void;
}

/** The arenas as cards with their maps, one of which is chosen; those for a crowd come last. */
export function ArenaChooser({ arenas, value, testId, onChange }: ArenaChooserProps) {
  const name = useId();
  return (
    <fieldset class="field" data-testid={testId}>
      <legend>{t(($) => $.menu.create.arena)}</legend>
      <div class="arenas">
        {arenas
          .toSorted((a, b) => Number(isHuge(a)) - Number(isHuge(b)))
          .map((arena) => (
            <label key={arena.id} class="arena" data-cue="uiMove">
              <input
                type="radio"
                name={name}
                value={arena.id}
                checked={arena.id === value}
                onChange={() => onChange(arena)}
              />
              <span class="arena-card">
                <ArenaMap arena={arena} />
                <strong>{arenaName(arena.name)}</strong>
                <small>
                  {t(($) => $.menu.create.arenaFor, {
                    min: arena.minPlayers,
                    max: arena.maxPlayers,
                  })}
                </small>
              </span>
            </label>
          ))}
      </div>
    </fieldset>
  );
}
