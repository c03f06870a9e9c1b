import { unpackLook } from "#shared/look.ts";
import type { RoomCard } from "#shared/room-list.ts";
import { arenaName, modeName, roomName } from "../../words/names.ts";
import { t } from "../../words/t.ts";
import { Avatar } from "../avatar.tsx";
import { useUi } from "../context.ts";
import { ArenaMap } from "../menu/arena-map.tsx";
import { Icon } from "../parts/icon.tsx";

/** People who are shown; of a crowd the rest is a number. */
const MAX_SHOWN = 8;

/** The room of a join card: what it is called, what is played there and where, and who is in. */
export function CardRoom({ room }: { room: RoomCard }) {
  const { arenas } = useUi();
  const arena = arenas.find(({ name }) => name === room.arena);
  const mode = modeName(room.mode);
  const players = t(($) => $.common.players, { count: room.players });
  return (
    <section class="card-room" aria-labelledby="card-title">
      <p class="dim">{t(($) => $.card.invited)}</p>
      <h1 id="card-title" data-testid="card-title">
        {roomName(room)}
      </h1>
      {arena !== undefined && <ArenaMap arena={arena} />}
      <p class="card-where">
        <strong>{t(($) => $.card.where, { mode, arena: arenaName(room.arena) })}</strong>
        {room.host !== "" && <span>{t(($) => $.card.host, { name: room.host })}</span>}
      </p>
      <p class="card-tags">
        <span class={`tag tag-${room.phase}`}>{t(($) => $.menu.rooms.phases[room.phase])}</span>
        <span class="tag">{t(($) => $.card.seats, { people: players, seats: room.maxPlayers })}</span>
        {room.bots > 0 && <span class="tag">{t(($) => $.common.bots, { count: room.bots })}</span>}
        {room.spectators > 0 && (
          <span class="tag">
            <Icon name="eye" />
            {t(($) => $.watching.count, { count: room.spectators })}
          </span>
        )}
        {room.private && (
          <span class="tag">
            <Icon name="lock" />
            {t(($) => $.card.private)}
          </span>
        )}
      </p>
      <People room={room} />
    </section>
  );
}

function People({ room }: { room: RoomCard }) {
  if (room.people.length === 0) return <p class="dim">{t(($) => $.card.nobody)}</p>;
  const shown = room.people.slice(0, MAX_SHOWN);
  const more = room.players + room.spectators - shown.length;
  return (
    <ul class="card-people" data-testid="card-people">
      {shown.map(({ name, look }) => (
        <li key={name}>
          <Avatar look={unpackLook(look)} />
          <span>{name}</span>
        </li>
      ))}
      {more > 0 && <li class="card-more">{t(($) => $.card.more, { count: more })}</li>}
    </ul>
  );
}
