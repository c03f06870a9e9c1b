import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { Button } from "../parts/button.tsx";

/** The one thing to do in a lobby: the host starts, everybody else says that they are ready. */
export function StartBar({ beforeStart }: { beforeStart: () => void }) {
  const { actions } = useUi();
  const { host } = useStore("lobby");
  const { ready, of, mine } = useStore("standings").rematch.value;
  const name = host.value?.name;
  const isHost = host.value?.self === true;
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
      </p>
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
      ) : (
        <Button
          key="ready"
          kind={mine ? "sky" : "sun"}
          icon={mine ? "check" : "go"}
          class="button-start"
          testId="ready"
          autofocus
          disabled={mine}
          onClick={() => actions.give("rematch")}
        >
          {t(($) => $.lobby.iAmReady)}
        </Button>
      )}
    </footer>
  );
}
