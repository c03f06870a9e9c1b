import type { FallCause } from "../../session/fall-words.ts";
import type { IconName } from "../parts/icon.tsx";

/** What each way to fall looks like at a glance. */
export const CAUSE_ICONS: Readonly<Record<FallCause, IconName>> = {
  feet: "fall",
  ice: "fall",
  belt: "fall",
  crumble: "fall",
  spring: "fall",
  bumper: "fall",
  fan: "fall",
  rim: "fall",
  pushed: "push",
  dash: "dash",
  parry: "shield",
  ball: "ball",
  mega: "push",
  hook: "hook",
  peel: "fall",
};
