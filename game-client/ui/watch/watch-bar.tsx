import type { ComponentChildren } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { t } from "../../words/t.ts";
import { Avatar } from "../avatar.tsx";
import { useStore, useUi } from "../context.ts";
import { padUsed } from "../device/pad-mode.ts";
import { touchUsed } from "../device/touch-mode.ts";
import { Button } from "../parts/button.tsx";
import { SeatButton, SeatWords } from "./seat-way.tsx";
import { steerCamera } from "./steer-camera.ts";

/** At the bottom for whoever has no character: whom one sees, how to see somebody else, and the way to a seat. */
export function WatchBar() {
  const ui = useUi();
  const { role, isOut } = useStore("watching");
  useLayoutEffect(() => steerCamera(ui), [ui]);
  return (
    <section class="watch-bar" aria-label={t(($) => $.watching.bar)} data-testid="watch-bar">
      {isOut.value && (
        <p class="watch-out" role="status" data-testid="watch-out">
          {t(($) => $.watching.out)}
        </p>
      )}
      <Camera />
      {role.value === "spectator" && (
        <div class="watch-seat">
          <SeatWords />
          <Signed sign="P" pad="X">
            <SeatButton />
          </Signed>
        </div>
      )}
    </section>
  );
}

function Camera() {
  const { watching } = useUi();
  const { mode } = useStore("watching");
  const shown = mode.value;
  const toggle = (wanted: "free" | "all"): void => watching.show(shown === wanted ? "follow" : wanted);
  return (
    <div class="watch-camera">
      <Signed sign="Q" pad="LB">
        <Button
          icon="left"
          kind="ghost"
          label={t(($) => $.watching.previous)}
          testId="watch-previous"
          onClick={() => watching.next(-1)}
        />
      </Signed>
      <Seen />
      <Signed sign="E" pad="RB">
        <Button
          icon="right"
          kind="ghost"
          label={t(($) => $.watching.next)}
          testId="watch-next"
          onClick={() => watching.next(1)}
        />
      </Signed>
      <Signed sign="F" pad="Y">
        <Button
          icon="move"
          kind={shown === "free" ? "sky" : "ghost"}
          pressed={shown === "free"}
          label={t(($) => $.watching.free)}
          testId="watch-free"
          onClick={() => toggle("free")}
        />
      </Signed>
      <Signed sign="V">
        <Button
          icon="map"
          kind={shown === "all" ? "sky" : "ghost"}
          pressed={shown === "all"}
          label={t(($) => $.watching.all)}
          testId="watch-all"
          onClick={() => toggle("all")}
        />
      </Signed>
    </div>
  );
}

/** What the camera shows. */
function Seen() {
  const { mode, followed } = useStore("watching");
  const who = followed.value;
  const follows = mode.value === "follow" && who !== undefined;
  return (
    <p class="watch-seen" aria-live="polite" data-testid="watch-seen" data-id={follows ? who.id : ""}>
      {follows && <Avatar look={who.look} />}
      <span class="name-text">
        {follows
          ? who.name
          : mode.value === "free"
            ? t(($) => $.watching.free)
            : who === undefined
              ? t(($) => $.watching.nobody)
              : t(($) => $.watching.all)}
      </span>
    </p>
  );
}

/** A button with the key, or the button of a gamepad, that does the same; fingers need none. */
function Signed({ sign, pad, children }: { sign: string; pad?: string; children: ComponentChildren }) {
  const shown = touchUsed.value ? undefined : padUsed.value ? pad : sign;
  return (
    <span class="watch-signed">
      {children}
      {shown !== undefined && <kbd class={padUsed.value ? "pad-sign" : "keycap"}>{shown}</kbd>}
    </span>
  );
}
