import { useComputed } from "@preact/signals";
import { refusalText } from "../../words/refusals.ts";
import { useUi } from "../context.ts";

/** Says for a while why the match does not come over WebSocket, when nobody asked for anything else. */
export function ConnectionNote() {
  const { store } = useUi();
  const reason = useComputed(() => store.connection.value.reason);
  if (reason.value === "") return null;
  return (
    <p key={reason.value} class="connection-note" role="status" data-testid="connection-note">
      {refusalText(reason.value)()}
    </p>
  );
}
