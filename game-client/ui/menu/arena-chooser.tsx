import { useId } from "preact/hooks";
import { modesFor } from "#shared/simulation/modes/suits.ts";
import { arenaName, modeName } from "../../words/names.ts";
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

/** The arenas as cards with their maps, one of which is chosen. */
export function ArenaChooser({ arenas, value, testId, onChange }: ArenaChooserProps) {
  const name = useId();
  return (
    <fieldset class="field" data-testid={testId}>
      <legend>{t(($) => $.menu.create.arena)}</legend>
      <div class="arenas">
        {arenas.map((arena) => (
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
                  mode: modeName(modesFor(arena)[0] ?? ""),
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
