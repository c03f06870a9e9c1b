import type { Guest } from "../../session/stores/lobby.ts";
import { t } from "../../words/t.ts";
import { Avatar } from "../avatar.tsx";
import { useStore } from "../context.ts";
import { AwayMark } from "../parts/away-mark.tsx";
import { Icon } from "../parts/icon.tsx";
import { DressButton } from "../room/dress.tsx";
import { PersonButton } from "../room/person.tsx";

/** Everybody in the room, in the order in which they came: who is host, who is ready, who is a bot. */
export function Guests() {
  const { guests } = useStore("lobby");
  return (
    <ul class="guests" data-testid="guests">
      {guests.value.map((guest) => (
        <Row key={guest.id} guest={guest} />
      ))}
    </ul>
  );
}

function Row({ guest }: { guest: Guest }) {
  const { name, look, bot, self, host, connected, muted, ready, watching, away } = guest;
  const asked = !bot && connected && !watching && !away;
  return (
    <li
      class={`guest ${self ? "guest-self" : ""} ${connected ? "" : "guest-gone"}`}
      data-testid="guest"
      data-id={guest.id}
      data-player={name}
      data-ready={ready}
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
      {self ? <DressButton /> : <PersonButton guest={guest} />}
    </li>
  );
}
