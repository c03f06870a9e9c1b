import { useSignal } from "@preact/signals";
import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";
import { closeDialog, openDialog } from "../hud-state.ts";
import { Button } from "../parts/button.tsx";
import { copyText } from "../parts/copy.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";
import { canShare, shareLink } from "../parts/share.ts";
import { QrCode } from "./qr-code.tsx";

/**
 * How friends come into the room that one is in: its code, its link, and a QR code of the link. `large`: the QR code is as large
 * as the screen allows, to be read from across a table; else a press on it shows it so.
 */
export function Invite({ large = false }: { large?: boolean }) {
  const room = useStore("hud").room.value;
  const said = useSignal<"copied" | "failed" | undefined>(undefined);
  if (room === undefined) return null;
  const { code, link } = room;
  const copy = () => {
    copyText(link).then((worked) => {
      said.value = worked ? "copied" : "failed";
    });
  };
  const share = async () => {
    // Where the device does not open its dialogue after all, the link is worth having.
    const text = t(($) => $.invite.shareText, { code });
    if (!(await shareLink(text, link))) copy();
  };
  const picture = <QrCode text={link} label={t(($) => $.invite.qr, { link })} />;
  return (
    <section class={`invite ${large ? "invite-large" : ""}`} aria-label={t(($) => $.invite.title)}>
      {large ? (
        <div class="invite-qr">{picture}</div>
      ) : (
        <button
          type="button"
          class="invite-qr"
          title={t(($) => $.invite.large)}
          data-testid="invite-enlarge"
          onClick={() => openDialog("invite")}
        >
          {picture}
        </button>
      )}
      <div class="invite-words">
        <p class="invite-code">
          <span class="dim">{t(($) => $.invite.code)}</span>
          <strong data-testid="invite-code">{code}</strong>
        </p>
        <p class="invite-link" data-testid="invite-link">
          {link}
        </p>
        <div class="invite-buttons">
          <Button icon={said.value === "copied" ? "check" : "link"} testId="invite-copy" onClick={copy}>
            {said.value === "copied" ? t(($) => $.invite.copied) : t(($) => $.invite.copy)}
          </Button>
          {canShare() && (
            <Button icon="people" testId="invite-share" onClick={share}>
              {t(($) => $.invite.share)}
            </Button>
          )}
        </div>
        <p class="dim" role="status">
          {said.value === "failed" ? t(($) => $.invite.failed) : t(($) => $.invite.scan)}
        </p>
        {isLocal(link) && (
          <p class="notice" data-testid="invite-local">
            <Icon name="warn" />
            <span>{t(($) => $.invite.local)}</span>
          </p>
        )}
      </div>
    </section>
  );
}

/** The same as a dialogue, with the QR code large. */
export function InviteDialog() {
  return (
    <Dialog title={t(($) => $.invite.title)} onClose={closeDialog} class="dialog-wide" testId="invite-dialog">
      <Invite large />
    </Dialog>
  );
}

/** Whether a link leads nowhere but to the machine that it is opened on. */
function isLocal(link: string): boolean {
  const { hostname } = new URL(link);
  return hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.");
}
