import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ListedRoom } from "#shared/room-list.ts";
import { MATCH } from "#shared/tunables.ts";
import { keepOrder, type ShownRoom } from "../../session/list-order.ts";
import { arenaName, modeName, roomName } from "../../words/names.ts";
import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { closeDialog, openDialog } from "../hud-state.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";
import { Marked } from "../parts/marked.tsx";
import { Watchers } from "../watch/watchers.tsx";

/** The public rooms, as they are at this moment. A page that nobody sees follows nothing. */
export function Rooms() {
  const { actions } = useUi();
  const menu = useStore("menu");
  const known = useSignal<readonly ShownRoom[] | undefined | "unreachable">(undefined);
  useSignalEffect(() => {
    const rooms = menu.rooms.value;
    // While the list is asked for again, the last one stays up.
    if (rooms === undefined) return;
    const before = known.peek();
    known.value = rooms === "unreachable" ? rooms : keepOrder(Array.isArray(before) ? before : [], rooms);
  });
  useEffect(() => {
    let stop = (): void => {};
    const follow = (): void => {
      stop();
      stop = document.hidden ? () => {} : actions.followRooms();
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      stop();
    };
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
          {rooms.map(({ room, gone }) => (
            <RoomRow key={room.code} room={room} gone={gone} />
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

function RoomRow({ room, gone }: { room: ListedRoom; gone: boolean }) {
  const { actions } = useUi();
  const full = room.players >= room.maxPlayers;
  const players = t(($) => $.common.players, { count: room.players });
  const bots = t(($) => $.common.bots, { count: room.bots });
  const people = room.bots === 0 ? players : t(($) => $.menu.rooms.playersAndBots, { players, bots });
  return (
    <li class={`room ${gone ? "room-gone" : ""}`} data-testid="room" data-code={room.code}>
      <div class="room-what">
        <strong>{roomName(room)}</strong>
        <span>
          {arenaName(room.arena)} · {modeName(room.mode)}
          {room.host !== "" && (
            <>
              <br />
              {t(($) => $.menu.rooms.host, { name: room.host })}
            </>
          )}
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
          <Watchers count={room.spectators} />
        </span>
      </div>
      <span class={`tag tag-${gone ? "gone" : room.phase}`}>
        {gone ? t(($) => $.menu.rooms.gone) : t(($) => $.menu.rooms.phases[room.phase])}
      </span>
      <div class="room-ways">
        <Button
          kind={full ? "sun" : "ghost"}
          icon="eye"
          disabled={gone || room.spectators >= MATCH.maxSpectators}
          label={t(($) => $.watching.watchRoom, { code: room.code })}
          testId="room-watch"
          onClick={() => actions.join(room.code, "", true)}
        />
        <Button
          kind="sun"
          {...(room.locked ? { icon: "lock" as const } : {})}
          disabled={full || gone}
          label={t(($) => $.menu.rooms.join, { code: room.code })}
          onClick={() => actions.join(room.code)}
        >
          {gone ? t(($) => $.menu.rooms.gone) : full ? t(($) => $.menu.rooms.full) : t(($) => $.common.join)}
        </Button>
      </div>
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
