import { PracticeRoom } from "#practice/practice-room.ts";
import type { PracticeOptions } from "#shared/practice.ts";
import { hostLocal } from "#transports/local/host.ts";
import { portOver } from "#transports/local/line.ts";
import { ARENAS } from "../arenas.ts";
import { Metronome } from "./metronome.ts";

// A thread of its own: a room for whoever practises, from the moment on that it is told who that is.
addEventListener(
  "message",
  ({ data: options }: MessageEvent<PracticeOptions>) => {
    hostLocal(portOver(globalThis), ({ send, close }) => {
      const room: PracticeRoom = new PracticeRoom(options, {
        arenas: ARENAS,
        sinceStep: () => metronome.sinceStep,
        stepP95: () => metronome.stepP95,
        setSpeed: (speed) => metronome.setSpeed(speed),
        send,
        close: (code) => {
          metronome.stop();
          close(code, "");
        },
      });
      const metronome = new Metronome(() => room.step());
      return room;
    });
  },
  { once: true },
);
