import { Fragment } from "preact";
import { NO_TEAM } from "#shared/state/seat-team.ts";
import type { Guest } from "../../session/stores/lobby.ts";
import { teamName } from "../../words/names.ts";
import { t } from "../../words/t.ts";
import { Avatar } from "../avatar.tsx";
import { useStore } from "../context.ts";
import { AwayMark } from "../parts/away-mark.tsx";
import { Icon } from "../parts/icon.tsx";
import { TeamMark, teamStyle } from "../parts/team-mark.tsx";
import { DressButton } from "../room/dress.tsx";
import { PersonButton } from "../room/person.tsx";
import { TeamMove } from "../room/team-move.tsx";

/** Everybody in the room, in the order in which they came, each team by itself: who is host, who is ready, who is a bot. */
export function Guests() {
  const { guests } = useStore("lobby");
  const { teams } = useStore("standings");
  const sides = teams.value.map(({ team }) => team);
  return (
    <ul class="guests" data-testid="guests">
      {[...sides, NO_TEAM].map((side) => {
        const members = guests.value.filter(({ team }) => (sides.includes(team) ? team : NO_TEAM) === side);
        return (
          <Fragment key={side}>
            {side !== NO_TEAM && <TeamHead team={side} count={members.length} />}
            {members.map((guest) => (
              <Row key={guest.id} guest={guest} />
            ))}
          </Fragment>
        );
      })}
    </ul>
  );
}

function TeamHead({ team, count }: { team: number; count: number }) {
  return (
    <li class="guests-team" style={teamStyle(team)} data-testid="guests-team" data-team={team}>
      <TeamMark team={team} />
      <strong aria-hidden="true">{teamName(team)}</strong>
      <span class="dim">{t(($) => $.common.players, { count })}</span>
    </li>
  );
}

function Row({ guest }: { guest: Guest }) {
  const { name, look, bot, self, host, connected, muted, ready, watching, away, team } = guest;
  const asked = !bot && connected && !watching && !away;
  return (
    <li
      class={`guest ${self ? "guest-self" : ""} ${connected ? "" : "guest-gone"}`}
      data-testid="guest"
      data-id={guest.id}
      data-player={name}
      data-ready={ready}
      data-team={team}
      style={teamStyle(team)}
    >
      <Avatar look={look} />
      <span class="name-text">{name}</span>
      {host && (
        <span class="tag tag-host" title={t(($) => $.lobby.host)} data-testid="guest-host">
          <Icon name="crown" />
          {t(($) => $.lobby.host)}
        </span>
      )}
      {self && <span class="tag tag-you">{t(($) => $.common.you)}</span>}
      {bot && <span class="tag">{t(($) => $.common.bot)}</span>}
      {watching && (
        <span class="tag" data-testid="guest-watching">
          <Icon name="eye" /> {t(($) => $.watching.watching)}
        </span>
      )}
      {away && <AwayMark />}
      {muted && <span class="tag">{t(($) => $.people.muted)}</span>}
      {!connected && (
        <span class="tag tag-gone">
          <Icon name="plug" /> {t(($) => $.lobby.gone)}
        </span>
      )}
      {asked && (
        <span
          class={`guest-ready ${ready ? "guest-is-ready" : ""}`}
          title={ready ? t(($) => $.lobby.ready) : t(($) => $.lobby.notReady)}
        >
          <Icon name={ready ? "check" : "clock"} />
          <span class="hidden">{ready ? t(($) => $.lobby.ready) : t(($) => $.lobby.notReady)}</span>
        </span>
      )}
      <TeamMove guest={guest} />
      {self ? <DressButton /> : <PersonButton guest={guest} />}
    </li>
  );
}
