import type { Report } from "../report-schema.ts";
import { element } from "./elements.ts";
import { counted, show } from "./words.ts";

/** What was tested, whether the limits held, and a warning when the generator was the bottleneck. */
export function header({ options, verdict, startedAt, measuredSeconds, ended, generator }: Report): Node[] {
  const { passed } = verdict;
  const badge = element(
    "span",
    passed ? "badge" : "badge bad",
    passed ? "All limits held" : "A limit was exceeded",
  );
  const mix = options.transports
    .map(({ name, share }) => (share === 1 ? name : `${name} ${Math.round(share * 100)} %`))
    .join(", ");
  const when = new Date(startedAt).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
  const title = `${counted(options.clients, "client")} in ${counted(options.rooms, "room")}`;
  const about = `${when} · ${mix} · ${options.brain} · ${show(options.ramp)} s to come in, ${show(measuredSeconds)} s measured · ${ended}`;
  const head = element("header", "", element("h1", "", title), badge, element("p", "sub", about));
  return generator.bottleneck ? [head, element("p", "banner", generator.words)] : [head];
}
