import { useEffect, useRef } from "preact/hooks";
import { t } from "../../words/t.ts";
import type { Lab } from "../lab.ts";
import { StampReader } from "../video/stamp-reader.ts";

/** What comes of the pane that is filmed: each picture that is shown says of which state it is. */
export function VideoView({ lab, played }: { lab: Lab; played: boolean }) {
  const screen = useRef<HTMLVideoElement>(null);
  const pane = lab.beside.video;
  const stream = pane?.stream.value;
  useEffect(() => {
    const { current } = screen;
    if (current === null || pane === undefined || stream === undefined) return;
    current.srcObject = stream;
    // A browser that starts no video by itself starts it at the first press.
    const start = (): void => void current.play().catch(() => {});
    start();
    current.addEventListener("pointerdown", start);
    const reader = new StampReader(current, (carried) => pane.shown(carried));
    const surface = {
      element: current,
      toPage(x: number, y: number) {
        const filmed = lab.filmed && lab.pictures.get(lab.filmed.transport);
        return filmed?.toPage(x, y, current) ?? { x: 0, y: 0 };
      },
    };
    lab.surfaces.set("video", surface);
    return () => {
      if (lab.surfaces.get("video") === surface) lab.surfaces.delete("video");
      current.removeEventListener("pointerdown", start);
      reader.stop();
      current.srcObject = null;
    };
  }, [lab, pane, stream]);
  return (
    <video
      ref={screen}
      class={played ? "lab-canvas-played" : ""}
      muted
      playsInline
      disablePictureInPicture
      aria-label={t(($) => $.lab.video.label)}
    />
  );
}
