import { useSignal } from "@preact/signals";
import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";
import { touchUsed } from "../device/touch-mode.ts";
import { copyText } from "../parts/copy.ts";
import { Icon } from "../parts/icon.tsx";
import { shareLink } from "../parts/share.ts";
import { Watchers } from "../watch/watchers.tsx";

/** How long "copied" stays (ms). */
const COPIED_MS = 1800;

/** The code of the room; a click shares or copies the link that leads into it. */
export function RoomChip() {
  const hud = useStore("hud");
  const { count } = useStore("watching");
  const practice = useStore("practice");
  const said = useSignal<"invite" | "copied" | "failed">("invite");
  const room = hud.room.value;
  // Nobody can be invited to practice.
  if (!room || practice.report.value !== undefined) return null;
  const invite = async () => {
    // On a telephone friends are in its own list; elsewhere the link in the clipboard is quicker.
    if (
      touchUsed.peek() &&
      (await shareLink(
        t(($) => $.hud.room.share, { code: room.code }),
        room.link,
      ))
    )
      return;
    said.value = (await copyText(room.link)) ? "copied" : "failed";
    setTimeout(() => {
      said.value = "invite";
    }, COPIED_MS);
  };
  return (
    <button
      type="button"
      class={`room-chip ${said.value === "invite" ? "" : "room-chip-said"} ${said.value === "copied" ? "room-chip-copied" : ""}`}
      title={t(($) => $.hud.room.inviteTo, { link: room.link })}
      data-testid="copy-link"
      onClick={() => void invite()}
    >
      <Icon name={said.value === "copied" ? "check" : room.private ? "lock" : "link"} />
      <span class="hidden">{t(($) => $.hud.room.label)}</span>
      <span class="room-chip-code" data-testid="room-code">
        {room.code}
      </span>
      <span class="room-chip-word" role="status">
        {t(($) => $.hud.room.said[said.value])}
      </span>
      <Watchers count={count.value} />
    </button>
  );
}
