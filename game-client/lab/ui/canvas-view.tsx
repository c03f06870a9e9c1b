import { useEffect, useRef } from "preact/hooks";
import { t } from "../../words/t.ts";
import { PanePicture } from "../drawing/pane-picture.ts";
import type { Lab } from "../lab.ts";
import type { PaneName } from "../shown-pane.ts";

/** The picture that a pane draws of its match. */
export function CanvasView({ lab, transport, played }: { lab: Lab; transport: PaneName; played: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const { current } = canvas;
    if (current === null) return;
    const picture = new PanePicture(current);
    const surface = { element: current, toPage: (x: number, y: number) => picture.toPage(x, y) };
    lab.pictures.set(transport, picture);
    lab.surfaces.set(transport, surface);
    return () => {
      if (lab.pictures.get(transport) === picture) lab.pictures.delete(transport);
      if (lab.surfaces.get(transport) === surface) lab.surfaces.delete(transport);
      picture.destroy();
    };
  }, [lab, transport]);
  return (
    <canvas
      ref={canvas}
      class={played ? "lab-canvas-played" : ""}
      aria-label={t(($) => $.lab.pane.matchOver, {
        transport: t(($) => $.lab.transports[transport].title),
      })}
    />
  );
}
