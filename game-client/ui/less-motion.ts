import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { wantsLessMotion } from "../session/motion.ts";
import type { Settings } from "../session/settings.ts";

/** Follows whether less motion is wanted, by the system or by the player, and tells the style sheets. */
export function watchMotion(settings: ReadonlySignal<Settings>): ReadonlySignal<boolean> {
  const query = matchMedia("(prefers-reduced-motion: reduce)");
  const bySystem = signal(query.matches);
  query.addEventListener("change", () => {
    bySystem.value = query.matches;
  });
  const lessMotion = computed(() => wantsLessMotion(settings.value.motion, bySystem.value));
  effect(() => {
    document.documentElement.dataset.motion = lessMotion.value ? "reduced" : "full";
  });
  return lessMotion;
}
