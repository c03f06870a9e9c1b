import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ListedRoom } from "#shared/room-list.ts";
import { modeOf } from "#shared/simulation/modes/table.ts";

import { useUi } from "../context.ts";
import { count } from "../format.ts";
import { closeDialog, openDialog } from "../hud-state.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";

const REFRESH_MS = 3000;

const PHASES = { countdown: "Starting", playing: "Playing", results: "Results" };

/** The public rooms, asked for again every few seconds. */
export function Rooms() {
  const { store, actions } = useUi();
  // While the list is asked for again, the last one stays up.
  const known = useSignal(store.rooms.value);
  useSignalEffect(() => {
    if (store.rooms.value !== undefined) known.value = store.rooms.value;
  });
  useEffect(() => {
    actions.refreshRooms();
    const timer = setInterval(() => actions.refreshRooms(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [actions]);
  const rooms = known.value;
  return (
    <Dialog title="Rooms" onClose={closeDialog} class="dialog-wide" testId="rooms-dialog">
      {rooms === undefined && <RoomsLoading />}
      {rooms === "unreachable" && (
        <div class="empty" role="status" data-testid="rooms-unreachable">
          <Icon name="plug" />
          <h3>The server does not answer</h3>
          <p>It is asked again every few seconds. Check your connection meanwhile.</p>
        </div>
      )}
      {Array.isArray(rooms) && rooms.length === 0 && (
        <div class="empty" data-testid="rooms-empty">
          <Icon name="people" />
          <h3>No open rooms right now</h3>
          <p>Open the first one: others will find it here.</p>
          <Button
            icon="plus"
            kind="sun"
            onClick={() => {
              closeDialog();
              openDialog("create");
            }}
          >
            Create room
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
    <div class="rooms" role="status" aria-label="Looking for rooms" data-testid="rooms-loading">
      <div class="room room-ghost" />
      <div class="room room-ghost" />
      <div class="room room-ghost" />
    </div>
  );
}

function RoomRow({ room }: { room: ListedRoom }) {
  const { actions } = useUi();
  const full = room.players >= room.maxPlayers;
  const people = count(room.players, "player") + (room.bots > 0 ? `, ${count(room.bots, "bot")}` : "");
  return (
    <li class="room" data-testid="room" data-code={room.code}>
      <div class="room-what">
        <strong>{room.title || room.arena}</strong>
        <span>
          {room.arena} · {modeOf(room.mode).name}
        </span>
      </div>
      <code class="room-code">{room.code}</code>
      <div class="room-who">
        <Seats room={room} />
        <span>
          {people} <span class="dim">of {room.maxPlayers}</span>
        </span>
      </div>
      <span class={`tag tag-${room.phase}`}>{PHASES[room.phase]}</span>
      <Button
        kind="sun"
        {...(room.locked ? { icon: "lock" as const } : {})}
        disabled={full}
        label={`Join room ${room.code}`}
        onClick={() => actions.join(room.code)}
      >
        {full ? "Full" : "Join"}
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
