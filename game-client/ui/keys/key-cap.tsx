import { keyLabel } from "./key-bindings.ts";

/** A key or a mouse button, drawn as the thing that one presses. */
export function KeyCap({ code }: { code: string }) {
  const button = /^Mouse([0-2])$/.exec(code)?.[1];
  if (button === undefined) return <kbd class="keycap">{keyLabel(code)}</kbd>;
  const pressed = { 0: "M12 3a7 7 0 0 0-7 7v1h7Z", 1: "M10.5 5h3v6h-3Z", 2: "M12 3a7 7 0 0 1 7 7v1h-7Z" };
  return (
    <kbd class="keycap keycap-mouse" title={keyLabel(code)}>
      <svg viewBox="0 0 24 28" role="img" aria-label={keyLabel(code)}>
        <path class="mouse-body" d="M12 3a7 7 0 0 0-7 7v8a7 7 0 0 0 14 0v-8a7 7 0 0 0-7-7Z" />
        <path class="mouse-button" d={pressed[Number(button) as 0 | 1 | 2]} />
        <path class="mouse-body" d="M12 3v8M5 11h14" />
      </svg>
    </kbd>
  );
}
