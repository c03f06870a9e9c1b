import type { Profile } from "./profiles.ts";
import { meadowForTwo } from "./scripts.ts";
import { virtualMatch } from "./virtual-match.ts";

/** From keys that go down to the own character that is drawn elsewhere, each press by itself. */
export interface KeyPressFigures {
  /** Frames: 1 is the first one after the press. */
  frames: number[];
  /** Milliseconds. */
  times: number[];
}

/** A character that is drawn less than this (tiles) elsewhere still stands, as far as anybody can see. */
const STILL = 0.0005;
/** Time (ms) to come to rest, and to wait for an answer: longer than any round trip of the profiles. */
const REST_MS = 900;

/** Presses a key again and again, at another moment between two frames each time. */
export async function measureKeyPress(
  profile: Profile,
  prediction: boolean,
  presses = 20,
): Promise<KeyPressFigures> {
  let direction = 0;
  let pressed: { at: number; x: number; frames: number } | undefined;
  const figures: KeyPressFigures = { frames: [], times: [] };
  const match = await virtualMatch({ arena: meadowForTwo(), seed: 1 });
  try {
    const page = await match.open({
      name: "Ann",
      link: profile.link,
      seed: 7,
      ...(profile.frames === undefined ? {} : { frames: profile.frames }),
      play: () => ({ moveX: direction }),
      onFrame({ match: { self } }) {
        if (pressed === undefined || self === undefined) return;
        pressed.frames += 1;
        if (Math.abs(self.x - pressed.x) <= STILL) return;
        figures.frames.push(pressed.frames);
        figures.times.push(match.time.now - pressed.at);
        pressed = undefined;
      },
    });
    await match.run(4);
    page.match.switches.prediction = prediction;
    for (let press = 0; press < presses; press++) {
      direction = 0;
      await match.run((REST_MS + press * 7.3) / 1000);
      pressed = { at: match.time.now, x: page.match.self?.x ?? Number.NaN, frames: 0 };
      direction = press % 2 === 0 ? 1 : -1;
      await match.run(REST_MS / 1000);
      if (pressed !== undefined) throw new Error(`Nothing moved within ${REST_MS} ms of press ${press}.`);
    }
    return figures;
  } finally {
    await match.end();
  }
}
