import type { CommandTable } from "./command.ts";
import { dress } from "./dress.ts";
import { endMatch } from "./end-match.ts";
import { follow } from "./follow.ts";
import { handOver } from "./hand-over.ts";
import { here } from "./here.ts";
import { kick } from "./kick.ts";
import { lock } from "./lock.ts";
import { moveTeam } from "./move-team.ts";
import { mute } from "./mute.ts";
import { pause } from "./pause.ts";
import { play } from "./play.ts";
import { queue } from "./queue.ts";
import { rematch } from "./rematch.ts";
import { restart } from "./restart.ts";
import { setUp } from "./set-up.ts";
import { start } from "./start.ts";
import { stepTime } from "./step-time.ts";
import { switchTeam } from "./switch-team.ts";
import { chat, emote, phrase, setFilter } from "./talk.ts";
import { time } from "./time.ts";
import { joinVoice, leaveVoice, signalVoice } from "./voice.ts";
import { vote } from "./vote.ts";
import { voteKick } from "./vote-kick.ts";
import { watch } from "./watch.ts";

/**
 * Everything that a page may tell its room besides its inputs, by the name of the message. A new command is a file beside this
 * one and a line here: the guard, the room and the types of the page follow from it.
 */
export const COMMANDS = {
  rematch,
  play,
  watch,
  queue,
  follow,
  dress,
  here,
  start,
  setUp,
  pause,
  endMatch,
  restart,
  moveTeam,
  switchTeam,
  vote,
  kick,
  mute,
  lock,
  handOver,
  voteKick,
  time,
  stepTime,
  chat,
  phrase,
  emote,
  setFilter,
  joinVoice,
  leaveVoice,
  signalVoice,
} as const satisfies CommandTable;
