import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { Button, type ButtonProps } from "../parts/button.tsx";

interface SeatButtonProps extends Pick<ButtonProps, "kind" | "class"> {
  /** The seat is asked for. */
  onTake?: () => void;
}

/** The way to a seat for whoever watches: take one, wait for one, or wait no more. */
export function SeatButton({ kind = "sun", onTake, ...look }: SeatButtonProps) {
  const { actions } = useUi();
  const way = useStore("watching").way.value;
  switch (way.kind) {
    case "free":
      return (
        <Button
          key="free"
          {...look}
          kind={kind}
          icon="go"
          testId="take-seat"
          onClick={() => {
            actions.give("play");
            onTake?.();
          }}
        >
          {t(($) => $.watching.takeSeat)}
        </Button>
      );
    case "taken":
      return (
        <Button
          key="taken"
          {...look}
          kind={kind}
          icon="clock"
          testId="wait-for-seat"
          onClick={() => actions.give("queue", { on: true })}
        >
          {t(($) => $.watching.waitForSeat)}
        </Button>
      );
    case "inLine":
      return (
        <Button
          key="inLine"
          {...look}
          kind="sky"
          icon="close"
          testId="stop-waiting"
          onClick={() => actions.give("queue", { on: false })}
        >
          {t(($) => $.watching.stopWaiting)}
        </Button>
      );
  }
}

/** How it stands with a seat for whoever watches. */
export function SeatWords() {
  const way = useStore("watching").way.value;
  return (
    <span role="status" data-testid="seat-words">
      {way.kind === "inLine"
        ? t(($) => $.watching.inLine, { count: way.place, ordinal: true })
        : way.kind === "free"
          ? t(($) => $.watching.seatIsFree)
          : t(($) => $.watching.allTaken)}
    </span>
  );
}
