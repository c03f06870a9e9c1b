import { ALL_REFUSALS } from "#player/refusals.ts";
import { card } from "./card.ts";
import { chat } from "./chat.ts";
import { common } from "./common.ts";
import { help } from "./help.ts";
import { hud } from "./hud.ts";
import { invite } from "./invite.ts";
import { keys } from "./keys.ts";
import { lobby } from "./lobby.ts";
import { menu } from "./menu.ts";
import { modes } from "./modes.ts";
import { names } from "./names.ts";
import { network } from "./network.ts";
import { people } from "./people.ts";
import { pickups } from "./pickups.ts";
import { practice } from "./practice.ts";
import { results } from "./results.ts";
import { settings } from "./settings.ts";
import { states } from "./states.ts";
import { units } from "./units.ts";
import { watching } from "./watching.ts";

/** Every text for players, in English: the language that all others are translated from. What the menu does without is in `not-in-menu.ts`. */
export const english = {
  card,
  chat,
  common,
  help,
  hud,
  invite,
  keys,
  lobby,
  menu,
  modes,
  names,
  network,
  people,
  pickups,
  practice,
  refusals: ALL_REFUSALS,
  results,
  settings,
  states,
  units,
  watching,
} as const;
