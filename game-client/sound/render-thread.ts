import type { Render } from "./bank.ts";
import { createRandom } from "./random.ts";
import { render } from "./synth.ts";

/** Where there are no threads: one sound at a time, with the page's other work in between. */
const renderHere: Render = async (recipe) => {
  await new Promise((resolve) => setTimeout(resolve));
  return render(recipe, createRandom(1));
};

/**
 * Renders sounds in a thread of its own, for it takes seconds for all of them and leaves much garbage behind. Ask for one
 * at a time. The promise fails with what the thread said when it broke.
 */
export function startRenderThread(): Render {
  if (typeof Worker === "undefined") return renderHere;
  const worker = new Worker(new URL("./render-worker.ts", import.meta.url), { type: "module" });
  return ({ layers, peak, drive, room }) =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Float32Array<ArrayBuffer>>) => resolve(data);
      worker.onerror = ({ message }) => {
        reject(
          new Error(
            `No more sounds are rendered: ${message || "the file of the thread could not be loaded"}.`,
          ),
        );
      };
      worker.postMessage({ layers, peak, drive, room });
    });
}
