import { useSignal } from "@preact/signals";
import type { Guest } from "../../session/stores/lobby.ts";
import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { closeDialog, openDialog, personShown } from "../hud-state.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Toggle } from "../parts/fields.tsx";

/** Opens what one may do about somebody; nothing about bots. */
export function PersonButton({ guest }: { guest: Guest }) {
  if (guest.bot) return null;
  return (
    <Button
      icon="more"
      kind="ghost"
      class="guest-more"
      testId="guest-more"
      label={t(($) => $.people.about, { name: guest.name })}
      onClick={() => {
        personShown.value = guest.id;
        openDialog("person");
      }}
    />
  );
}

/** What one may do about somebody: the host mutes, hands over and puts out; others vote while no host is there. */
export function Person() {
  const { guests, host } = useStore("lobby");
  const guest = guests.value.find(({ id }) => id === personShown.value);
  return (
    <Dialog
      title={guest?.name ?? t(($) => $.people.gone)}
      onClose={closeDialog}
      class="dialog-small"
      testId="person-dialog"
    >
      <div class="stack">
        {guest !== undefined && (host.value?.self ? <Powers guest={guest} /> : <Vote guest={guest} />)}
        <Button kind="ghost" cue="uiBack" testId="person-back" onClick={closeDialog}>
          {t(($) => $.common.back)}
        </Button>
      </div>
    </Dialog>
  );
}

function Powers({ guest: { id, muted, connected } }: { guest: Guest }) {
  const { actions } = useUi();
  const asked = useSignal(false);
  const address = useSignal(false);
  if (asked.value) {
    return (
      <>
        <p class="dim">{t(($) => $.people.putOutHint)}</p>
        <Toggle
          label={t(($) => $.people.address)}
          hint={t(($) => $.people.addressHint)}
          checked={address.value}
          testId="kick-address"
          onChange={(next) => {
            address.value = next;
          }}
        />
        <Button
          kind="coral"
          icon="leave"
          testId="kick-yes"
          onClick={() => {
            actions.give("kick", { id, address: address.value });
            closeDialog();
          }}
        >
          {t(($) => $.people.putOutYes)}
        </Button>
      </>
    );
  }
  return (
    <>
      <Button icon="chat" testId="mute" onClick={() => actions.give("mute", { id, muted: !muted })}>
        {muted ? t(($) => $.people.unmute) : t(($) => $.people.mute)}
      </Button>
      <Button
        icon="crown"
        testId="hand-over"
        disabled={!connected}
        onClick={() => {
          actions.give("handOver", { id });
          closeDialog();
        }}
      >
        {t(($) => $.people.handOver)}
      </Button>
      <Button
        kind="coral"
        icon="leave"
        testId="kick"
        onClick={() => {
          asked.value = true;
        }}
      >
        {t(($) => $.people.putOut)}
      </Button>
    </>
  );
}

function Vote({ guest: { id } }: { guest: Guest }) {
  const { actions } = useUi();
  return (
    <>
      <p class="dim">{t(($) => $.people.voteHint)}</p>
      <Button
        kind="coral"
        icon="leave"
        testId="vote-kick"
        onClick={() => {
          actions.give("voteKick", { id });
          closeDialog();
        }}
      >
        {t(($) => $.people.vote)}
      </Button>
    </>
  );
}
