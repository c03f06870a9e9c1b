import type { Lack } from "./session/words.ts";

/** What this browser lacks and the page does without; what the picture is drawn with shows later. */
export function lacksOfBrowser(): Lack[] {
  const lacks: Lack[] = [];
  if (typeof AudioContext === "undefined") lacks.push("sound");
  if (typeof Worker === "undefined") lacks.push("threads");
  if (!keepsAnything()) lacks.push("storage");
  if (!("getGamepads" in navigator)) lacks.push("gamepads");
  return lacks;
}

function keepsAnything(): boolean {
  const key = "pushback.probe";
  try {
    localStorage.setItem(key, "1");
    localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}
