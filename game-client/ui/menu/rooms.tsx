import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ListedRoom } from "#shared/room-list.ts";
import { arenaName, modeName } from "../../words/names.ts";
import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { closeDialog, openDialog } from "../hud-state.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";
import { Marked } from "../parts/marked.tsx";

const REFRESH_MS = 3000;

/** The public rooms, asked for again every few seconds. */
export function Rooms() {
  const { actions } = useUi();
  const menu = useStore("menu");
  // While the list is asked for again, the last one stays up.
  const known = useSignal(menu.rooms.value);
  useSignalEffect(() => {
    if (menu.rooms.value !== undefined) known.value = menu.rooms.value;
  });
  useEffect(() => {
    actions.refreshRooms();
    const timer = setInterval(() => actions.refreshRooms(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [actions]);
  const rooms = known.value;
  return (
    <Dialog title={t(($) => $.common.rooms)} onClose={closeDialog} class="dialog-wide" testId="rooms-dialog">
      {rooms === undefined && <RoomsLoading />}
      {rooms === "unreachable" && (
        <div class="empty" role="status" data-testid="rooms-unreachable">
          <Icon name="plug" />
          <h3>{t(($) => $.menu.rooms.unreachable)}</h3>
          <p>{t(($) => $.menu.rooms.unreachableHint)}</p>
        </div>
      )}
      {Array.isArray(rooms) && rooms.length === 0 && (
        <div class="empty" data-testid="rooms-empty">
          <Icon name="people" />
          <h3>{t(($) => $.menu.rooms.none)}</h3>
          <p>{t(($) => $.menu.rooms.noneHint)}</p>
          <Button
            icon="plus"
            kind="sun"
            onClick={() => {
              closeDialog();
              openDialog("create");
            }}
          >
            {t(($) => $.common.createRoom)}
          </Button>
        </div>
      )}
      {Array.isArray(rooms) && rooms.length > 0 && (
        <ul class="rooms" data-testid="room-list">
          {rooms.map((room) => (
            <RoomRow key={room.code} room={room} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function RoomsLoading() {
  return (
    <div class="rooms" role="status" aria-label={t(($) => $.menu.rooms.looking)} data-testid="rooms-loading">
      <div class="room room-ghost" />
      <div class="room room-ghost" />
      <div class="room room-ghost" />
    </div>
  );
}

function RoomRow({ room }: { room: ListedRoom }) {
  const { actions } = useUi();
  const full = room.players >= room.maxPlayers;
  const players = t(($) => $.common.players, { count: room.players });
  const bots = t(($) => $.common.bots, { count: room.bots });
  const people = room.bots === 0 ? players : t(($) => $.menu.rooms.playersAndBots, { players, bots });
  return (
    <li class="room" data-testid="room" data-code={room.code}>
      <div class="room-what">
        <strong>
          {arenaName(room.arena)} {room.code}
        </strong>
        <span>
          {arenaName(room.arena)} · {modeName(room.mode)}
        </span>
      </div>
      <code class="room-code">{room.code}</code>
      <div class="room-who">
        <Seats room={room} />
        <span>
          <Marked
            text={t(($) => $.menu.rooms.taken, { people, seats: room.maxPlayers })}
            parts={{ dim: (seats) => <span class="dim">{seats}</span> }}
          />
        </span>
      </div>
      <span class={`tag tag-${room.phase}`}>{t(($) => $.menu.rooms.phases[room.phase])}</span>
      <Button
        kind="sun"
        {...(room.locked ? { icon: "lock" as const } : {})}
        disabled={full}
        label={t(($) => $.menu.rooms.join, { code: room.code })}
        onClick={() => actions.join(room.code)}
      >
        {full ? t(($) => $.menu.rooms.full) : t(($) => $.common.join)}
      </Button>
    </li>
  );
}

/** More dots than this are no picture any more. */
const MAX_DOTS = 16;

function Seats({ room }: { room: ListedRoom }) {
  // A dot is a seat, or several of a crowd.
  const each = Math.ceil(room.maxPlayers / MAX_DOTS);
  const seats = Array.from({ length: Math.ceil(room.maxPlayers / each) }, (_, dot) => {
    const seat = dot * each;
    return seat < room.players ? "seat-player" : seat < room.players + room.bots ? "seat-bot" : "seat-free";
  });
  return (
    <span class="seats" aria-hidden="true">
      {seats.map((kind, seat) => (
        <i key={`${seat}`} class={kind} />
      ))}
    </span>
  );
}
