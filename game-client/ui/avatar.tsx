import type { Look } from "#shared/look.ts";
import { avatarSvg } from "../scenes/avatar-svg.ts";
import type { PaletteName } from "../scenes/palette.ts";
import { useStore } from "./context.ts";

/** Pictures that were drawn once, by palette and look. */
const pictures = new Map<string, string>();

/**
 * The whole character of a look, its body as wide as its box. A picture only: names stand beside it. It is a
 * document of its own, so that its clips work even while another picture of the same look is hidden.
 */
export function Avatar({ look, class: extra }: { look: Look; class?: string }) {
  const preferences = useStore("preferences");
  return (
    <span class={`avatar ${extra ?? ""}`}>
      <img src={picture(look, preferences.settings.value.colors)} alt="" draggable={false} decoding="sync" />
    </span>
  );
}

function picture(look: Look, palette: PaletteName): string {
  const key = `${palette} ${look.color} ${look.pattern} ${look.hat}`;
  const known = pictures.get(key);
  if (known !== undefined) return known;
  const url = `data:image/svg+xml,${encodeURIComponent(avatarSvg(look, palette))}`;
  pictures.set(key, url);
  return url;
}
