import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { Button } from "../parts/button.tsx";
import { SeatButton, SeatWords } from "../watch/seat-way.tsx";

/** The one thing to do in a lobby: the host starts, everybody else says that they are ready, or not any more. */
export function StartBar({ beforeStart }: { beforeStart: () => void }) {
  const { actions } = useUi();
  const { host } = useStore("lobby");
  const { ready, of, mine } = useStore("standings").rematch.value;
  const name = host.value?.name;
  const isHost = host.value?.self === true;
  const watches = useStore("watching").role.value === "spectator";
  return (
    <footer class="panel lobby-foot">
      <p class="lobby-waits" role="status" data-testid="lobby-waits">
        {of > 1 && <strong>{t(($) => $.lobby.readyOf, { ready, people: of })}</strong>}
        <span>
          {isHost
            ? t(($) => $.lobby.youHost)
            : name === undefined
              ? t(($) => $.lobby.waitingForReady)
              : t(($) => $.lobby.waitingForHost, { name })}
        </span>
        {watches && <SeatWords />}
      </p>
      {watches && <SeatButton class="button-start button-seat" kind={isHost ? "sky" : "sun"} />}
      {isHost ? (
        <Button
          key="start"
          kind="sun"
          icon="go"
          class="button-start"
          testId="start"
          autofocus
          onClick={() => {
            beforeStart();
            actions.give("start");
          }}
        >
          {t(($) => $.lobby.start)}
        </Button>
      ) : watches ? null : (
        <Button
          key="ready"
          kind={mine ? "sky" : "sun"}
          icon={mine ? "check" : "go"}
          class="button-start"
          testId="ready"
          autofocus
          pressed={mine}
          onClick={() => actions.give("rematch", !mine)}
        >
          {t(($) => $.lobby.iAmReady)}
        </Button>
      )}
    </footer>
  );
}
