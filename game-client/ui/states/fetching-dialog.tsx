import { useLayoutEffect } from "preact/hooks";
import { say } from "../../session/notices.ts";
import { t } from "../../words/t.ts";
import { Avatar } from "../avatar.tsx";
import { useStore } from "../context.ts";
import { fetchLater } from "../fetch-later.ts";
import { closeDialogs } from "../hud-state.ts";
import { Dialog } from "../parts/dialog.tsx";

/** In the place of a dialogue that is still on its way: nothing is seen of it if that takes but a moment. */
export function FetchingDialog() {
  const preferences = useStore("preferences");
  const notices = useStore("notices");
  useLayoutEffect(() => {
    let isAwaited = true;
    fetchLater().catch(() => {
      if (!isAwaited) return;
      closeDialogs();
      say(notices, () => t(($) => $.states.notFetched), true);
    });
    return () => {
      isAwaited = false;
    };
  }, [notices]);
  return (
    <Dialog
      title={t(($) => $.states.fetching)}
      class="dialog-small fetching"
      testId="fetching"
      onClose={closeDialogs}
    >
      <div class="state-bounce">
        <Avatar look={preferences.settings.value.look} />
        <i />
      </div>
    </Dialog>
  );
}
