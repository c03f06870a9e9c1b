import { t } from "../words/t.ts";
import type { Lab } from "./lab.ts";
import type { Pane } from "./pane.ts";
import { round, sentence } from "./sentence.ts";
import type { ShownPane } from "./shown-pane.ts";
import type { VideoPane } from "./video/video-pane.ts";

/** Samples over which a sentence looks back: five seconds. */
const LOOK_BACK = 20;

/** One sentence that says what one sees in a pane of the lab, whatever brings it. */
export function paneSentence(lab: Lab, pane: ShownPane): string {
  if (pane === lab.beside.video) return ofVideo(lab.beside.video);
  if (pane.match === undefined) return t(($) => $.lab.sentence.nothingYet);
  if (!Number.isFinite(ageOf(pane))) return t(($) => $.lab.sentence.measuring);
  if (pane === lab.beside.local) return ofLocal(pane);
  const room = lab.panes.value.find((other) => other === pane);
  return room === undefined ? "" : ofConnection(lab, room, pane.match.state.netRate);
}

function ageOf(pane: ShownPane): number {
  return pane.history.mean("age", LOOK_BACK);
}

function ofConnection(lab: Lab, pane: Pane, statesPerSecond: number): string {
  const { history, meter, transport } = pane;
  const ages = lab.panes.value.filter((other) => other.match !== undefined).map(ageOf);
  const { payloadUp, payloadDown, overheadUp, overheadDown } = meter.totals;
  const overhead = overheadUp + overheadDown;
  return sentence({
    transport,
    ageMs: ageOf(pane),
    bestAgeMs: Math.min(...ages.filter(Number.isFinite)),
    updatesPerSecond: history.mean("updates", LOOK_BACK),
    statesPerSecond,
    requestsPerSecond: history.mean("requests", LOOK_BACK),
    overheadShare: overhead / Math.max(1, overhead + payloadUp + payloadDown),
  });
}

function ofLocal(pane: ShownPane): string {
  const states = round(pane.history.mean("updates", LOOK_BACK));
  return t(($) => $.lab.sentence.local, { age: Math.round(ageOf(pane)), states });
}

function ofVideo(pane: VideoPane): string {
  const { source, history, status } = pane;
  if (status.value.name !== "live" || source === undefined) return t(($) => $.lab.sentence.nothingYet);
  const [age, sourceAge] = [ageOf(pane), ageOf(source)];
  if (!Number.isFinite(age) || !Number.isFinite(sourceAge)) return t(($) => $.lab.sentence.measuring);
  const bytes = (of: ShownPane): number => of.history.mean("bytesDown", LOOK_BACK);
  return t(($) => $.lab.sentence.video, {
    age: Math.round(age),
    behind: Math.max(0, Math.round(age - sourceAge)),
    source: t(($) => $.lab.transports[source.transport].title),
    pictures: round(history.mean("updates", LOOK_BACK)),
    kilobytes: round(bytes(pane) / 1000),
    states: round(bytes(source) / 1000),
  });
}
