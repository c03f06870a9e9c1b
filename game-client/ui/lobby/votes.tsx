import type { Proposal } from "../../session/stores/lobby.ts";
import { arenaName, modeName } from "../../words/names.ts";
import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { ArenaMap } from "../menu/arena-map.tsx";
import { Icon } from "../parts/icon.tsx";

/** What the next match could be, each with its votes; nothing where there is nothing to vote on. */
export function Votes() {
  const { proposals } = useStore("lobby");
  if (proposals.value.length === 0) return null;
  const most = Math.max(...proposals.value.map(({ votes }) => votes));
  return (
    <fieldset class="votes" data-testid="votes">
      <legend>{t(($) => $.lobby.vote.title)}</legend>
      <div class="votes-cards">
        {proposals.value.map((proposal, index) => (
          <Card
            key={`${proposal.mode}:${proposal.arena}`}
            proposal={proposal}
            number={index + 1}
            leads={most > 0 && proposal.votes === most}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Card({ proposal, number, leads }: { proposal: Proposal; number: number; leads: boolean }) {
  const { actions, arenas } = useUi();
  const { mode, votes, mine } = proposal;
  const arena = arenas.find(({ id }) => id === proposal.arena);
  const name = arena === undefined ? proposal.arena : arenaName(arena.name);
  return (
    <button
      type="button"
      class={`vote ${mine ? "vote-mine" : ""} ${leads ? "vote-leads" : ""}`}
      aria-pressed={mine}
      aria-label={t(($) => $.lobby.vote.choice, { arena: name, mode: modeName(mode), count: votes })}
      data-testid="vote"
      data-cue="uiMove"
      data-arena={proposal.arena}
      data-votes={votes}
      onClick={() => actions.give("vote", { choice: mine ? 0 : number })}
    >
      {arena && <ArenaMap arena={arena} />}
      <span class="vote-words">
        <strong class="name-text">{name}</strong>
        <small>{modeName(mode)}</small>
      </span>
      <span class="vote-count">
        {mine && <Icon name="check" />}
        {votes}
      </span>
    </button>
  );
}
