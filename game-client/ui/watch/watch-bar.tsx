import { useEffect } from "preact/hooks";
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
  const { role } = useStore("watching");
  useEffect(() => steerCamera(ui), [ui]);
  return (
    <section class="watch-bar" aria-label={t(($) => $.watching.bar)} data-testid="watch-bar">
      <Camera />
      {role.value === "spectator" && (
        <div class="watch-seat">
          <SeatWords />
          <SeatButton />
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
      <Button
        icon="left"
        kind="ghost"
        label={t(($) => $.watching.previous)}
        testId="watch-previous"
        onClick={() => watching.next(-1)}
      />
      <Seen />
      <Button
        icon="right"
        kind="ghost"
        label={t(($) => $.watching.next)}
        testId="watch-next"
        onClick={() => watching.next(1)}
      />
      <Button
        icon="move"
        kind={shown === "free" ? "sky" : "ghost"}
        pressed={shown === "free"}
        label={t(($) => $.watching.free)}
        testId="watch-free"
        onClick={() => toggle("free")}
      />
      <Button
        icon="map"
        kind={shown === "all" ? "sky" : "ghost"}
        pressed={shown === "all"}
        label={t(($) => $.watching.all)}
        testId="watch-all"
        onClick={() => toggle("all")}
      />
      <Signs />
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

/** Which keys or buttons do the same; fingers need none. */
function Signs() {
  if (touchUsed.value) return null;
  const signs = padUsed.value ? ["LB", "RB", "Y"] : ["Q", "E", "F"];
  return (
    <span class="watch-signs" aria-hidden="true">
      {signs.map((sign) => (
        <kbd key={sign} class={padUsed.value ? "pad-sign" : "keycap"}>
          {sign}
        </kbd>
      ))}
    </span>
  );
}
