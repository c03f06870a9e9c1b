import { useSignal } from "@preact/signals";
import { useUi } from "../context.ts";
import { copyText } from "../parts/copy.ts";
import { Icon } from "../parts/icon.tsx";

/** How long "copied" stays (ms). */
const COPIED_MS = 1800;

/** The code of the room; a click copies the link that leads into it. */
export function RoomChip() {
  const { store } = useUi();
  const said = useSignal<"" | "copied" | "failed">("");
  const room = store.room.value;
  if (!room) return null;
  const copy = async () => {
    said.value = (await copyText(room.link)) ? "copied" : "failed";
    setTimeout(() => {
      said.value = "";
    }, COPIED_MS);
  };
  return (
    <button
      type="button"
      class={`room-chip ${said.value === "copied" ? "room-chip-copied" : ""}`}
      title={`Copy the link to this room: ${room.link}`}
      data-testid="copy-link"
      onClick={() => void copy()}
    >
      <Icon name={said.value === "copied" ? "check" : room.private ? "lock" : "link"} />
      <span class="hidden">Room </span>
      <span class="room-chip-code" data-testid="room-code">
        {room.code}
      </span>
      <span class="room-chip-word" role="status">
        {said.value === "copied" ? "Link copied" : said.value === "failed" ? "Copy failed" : "Invite"}
      </span>
    </button>
  );
}
