import { useComputed } from "@preact/signals";
import { refusalText } from "../../words/refusals.ts";
import { useStore } from "../context.ts";

/** Says for a while why the match does not come over WebSocket, when nobody asked for anything else. */
export function ConnectionNote() {
  const network = useStore("network");
  const reason = useComputed(() => network.connection.value.reason);
  // Of what players have chosen themselves they need not be told.
  if (reason.value === "" || reason.value === "chosen") return null;
  return (
    <p key={reason.value} class="connection-note" role="status" data-testid="connection-note">
      {refusalText(reason.value)()}
    </p>
  );
}
