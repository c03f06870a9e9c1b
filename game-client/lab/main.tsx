import "../ui/styles/base.css";
import "../ui/styles/controls.css";
import "../ui/styles/fields.css";
import "./styles/page.css";
import "./styles/panes.css";
import "./styles/race.css";
import "./styles/controls.css";
import "./styles/exchanges.css";
import "./styles/figure.css";
import { render } from "preact";
import { tidyCode } from "#shared/room-code.ts";
import { TICK_MS } from "#shared/tunables.ts";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { ARENAS } from "../arenas.ts";
import { conditionsOfQuery } from "../session/network-conditions.ts";
import { safeStore } from "../session/safe-store.ts";
import { loadSettings } from "../session/settings.ts";
import { later } from "../words/english/not-in-menu.ts";
import { language, learn, speak, t } from "../words/t.ts";
import { Lab } from "./lab.ts";
import { labFigures } from "./lab-figures.ts";
import { LabHands } from "./lab-hands.ts";
import { requestHeads } from "./request-heads.ts";
import { LabApp } from "./ui/lab-app.tsx";
import { LabTrouble } from "./ui/lab-trouble.tsx";

const root = document.getElementById("lab");
if (root === null) throw new Error('lab.html has no element "lab".');

learn(later);
const asked = new URLSearchParams(location.search).get("lang");
if (asked !== null) await speak(asked);
document.documentElement.lang = language();
document.title = t(($) => $.lab.pageTitle, { game: t(($) => $.names.game) });

try {
  open(root, await requestHeads());
} catch (error) {
  console.info("The lab could not begin:", error);
  render(<LabTrouble />, root);
}

function open(root: HTMLElement, heads: Awaited<ReturnType<typeof requestHeads>>): void {
  const query = new URLSearchParams(location.search);
  const room = query.get("room");
  const lab = new Lab({
    origin: location.origin,
    arenas: ARENAS,
    heads,
    room: room === null ? undefined : tidyCode(room),
    conditions: conditionsOfQuery(query),
    now: () => performance.now(),
    date: () => Date.now(),
  });
  Object.defineProperty(window, "pushbackLab", { value: labFigures(lab) });
  const hands = new LabHands(
    lab,
    loadSettings(
      safeStore(() => localStorage),
      Math.random,
    ),
  );
  render(<LabApp lab={lab} hands={hands} />, root);
  for (const transport of TRANSPORTS) lab.show(transport, true);
  setInterval(() => lab.advance(performance.now()), TICK_MS / 2);
  const frame = (nowMs: number): void => {
    requestAnimationFrame(frame);
    lab.frame(nowMs);
  };
  requestAnimationFrame(frame);
  addEventListener("pagehide", () => lab.close());
}
