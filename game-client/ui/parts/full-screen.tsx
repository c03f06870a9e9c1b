import { signal } from "@preact/signals";
import { t } from "../../words/t.ts";
import { Button } from "./button.tsx";

/** Whether the page fills the screen. */
export const fullScreen = signal(document.fullscreenElement !== null);
document.addEventListener("fullscreenchange", () => {
  fullScreen.value = document.fullscreenElement !== null;
});

/** Whether the browser can do it at all: telephones of some makers cannot. */
export const canFullScreen = document.fullscreenEnabled === true;

/** Fills the screen with the page, or no longer. A refusal leaves things as they are. */
export async function toggleFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen({ navigationUI: "hide" });
  } catch (error) {
    console.info("Full screen was refused:", error);
  }
}

/** A button for it, absent where it would do nothing. */
export function FullScreenButton() {
  if (!canFullScreen) return null;
  const on = fullScreen.value;
  return (
    <Button
      icon={on ? "unfull" : "full"}
      kind="ghost"
      testId="full-screen"
      label={on ? t(($) => $.common.leaveFullScreen) : t(($) => $.common.fullScreen)}
      onClick={() => void toggleFullScreen()}
    />
  );
}
