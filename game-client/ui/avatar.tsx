import { useComputed } from "@preact/signals";
import type { Look } from "#shared/look.ts";
import { useUi } from "./context.ts";

const VIVID = [
  "#ffd23f",
  "#ff6b57",
  "#3ddc97",
  "#4aa8ff",
  "#b57bff",
  "#ff8fc7",
  "#ff9f45",
  "#7be0ff",
  "#a6e22e",
  "#ffffff",
  "#8d99ae",
  "#c98b5e",
];

/** The whole character of a look, as large as its box. A picture only: names stand beside it. */
export function Avatar({ look, class: extra }: { look: Look; class?: string }) {
  const { store } = useUi();
  const html = useComputed(() => {
    const color = store.settings.value.colors === "vivid" ? VIVID[look.color] : VIVID[(look.color + 3) % 12];
    return `<svg viewBox="0 0 100 100"><circle cx="50" cy="54" r="38" fill="${color}" stroke="#0b1b3f" stroke-width="6"/><circle cx="42" cy="48" r="9" fill="#fff"/><circle cx="64" cy="48" r="9" fill="#fff"/><circle cx="45" cy="48" r="4" fill="#0b1b3f"/><circle cx="67" cy="48" r="4" fill="#0b1b3f"/></svg>`;
  });
  return (
    <span
      class={`avatar ${extra ?? ""}`}
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: html.value }}
    />
  );
}
