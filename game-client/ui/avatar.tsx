import { useMemo } from "preact/hooks";
import type { Look } from "#shared/look.ts";
import { avatarSvg } from "../scenes/avatar-svg.ts";
import { useUi } from "./context.ts";

/** The whole character of a look, its body as wide as its box. A picture only: names stand beside it. */
export function Avatar({ look, class: extra }: { look: Look; class?: string }) {
  const { store } = useUi();
  const palette = store.settings.value.colors;
  const { color, pattern, hat } = look;
  const html = useMemo(
    () => ({ __html: avatarSvg({ color, pattern, hat }, palette) }),
    [color, pattern, hat, palette],
  );
  return <span class={`avatar ${extra ?? ""}`} aria-hidden="true" dangerouslySetInnerHTML={html} />;
}
