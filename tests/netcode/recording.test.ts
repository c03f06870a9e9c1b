import { expect, it } from "vitest";
import { PROFILES } from "#lab/netcode/profiles.ts";
import { HOMES, meadowForTwo, runAbout } from "#lab/netcode/scripts.ts";
import { virtualMatch } from "#lab/netcode/virtual-match.ts";
import { Match } from "#player/netcode/match.ts";
import type { MatchView } from "#player/netcode/match-view.ts";
import { type RecordedFrame, RecordedSource, recording } from "#player/netcode/recorded-source.ts";
import { neutralInput } from "#shared/simulation/input.ts";

const HANDS = { sample: neutralInput, peek: neutralInput };
/** Time (ms) until both are in the match and its player foresees nothing any more. */
const SETTLED_MS = 2000;

/** All that there is to see, without what a player alone sees of what they do. */
function pictureOf({ players, events, phase, ground }: MatchView, id: string) {
  return structuredClone({
    phase,
    ground: { ...ground, arena: ground.arena.id },
    players: [...players.values()],
    events: events.filter((event) => !("id" in event) || event.id !== id),
  });
}

it("what a page got over its line is the same picture in every frame when it is played again", async () => {
  const arena = meadowForTwo();
  const { link } = PROFILES.rough;
  const frames: RecordedFrame[] = [];
  const live: { nowMs: number; picture: ReturnType<typeof pictureOf> }[] = [];
  const match = await virtualMatch({ arena, seed: 4 });
  let id = "";
  try {
    const ann = await match.open({
      name: "Ann",
      link,
      seed: 8,
      before: (make) =>
        recording(
          make,
          () => performance.now(),
          (frame) => frames.push(frame),
        ),
      play: runAbout(HOMES[0], 3),
      onFrame: (page) => live.push({ nowMs: performance.now(), picture: pictureOf(page.match, page.id) }),
    });
    await match.open({ name: "Bob", link, seed: 9, play: runAbout(HOMES[1], 5) });
    await match.run(SETTLED_MS / 2000);
    // A recording knows nothing of what its player foresaw.
    ann.match.switches.prediction = false;
    await match.run(20);
    id = ann.id;
  } finally {
    await match.end();
  }

  const source = new RecordedSource(id, frames);
  let again: Match | undefined;
  source.onState(() => {
    again ??= new Match(source, arena, source.now);
  });
  const places = new Set<string>();
  for (const { nowMs, picture } of live) {
    source.playUntil(nowMs);
    if (again === undefined) continue;
    again.frame(nowMs, HANDS);
    if (nowMs < SETTLED_MS) continue;
    expect(pictureOf(again, id), `the frame at ${nowMs} ms`).toEqual(picture);
    places.add(picture.players.map(({ x, y }) => `${x},${y}`).join(" "));
  }
  // 19 s of sixty frames each, in nearly all of which somebody runs.
  expect(places.size).toBeGreaterThan(19 * 60 * 0.9);
});
