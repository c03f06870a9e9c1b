import { z } from "zod";
import { refusal } from "#shared/refusals/refusal.ts";
import { MAX_CANDIDATE, MAX_CANDIDATES, MAX_SDP, type VoiceSignal } from "#shared/voice.ts";
import { command } from "./command.ts";
import { personId } from "./person.ts";

/** Numbers of calls count up from 1; nobody lives to see this one. */
const MAX_CALL = 1_000_000;
const call = z.int().min(1).max(MAX_CALL);

/** Whether a description has one part, for sound: nobody may make a browser agree to more. */
function isOfSound(sdp: string): boolean {
  const parts = sdp.match(/^m=\w+/gm) ?? [];
  return sdp.startsWith("v=0\r\n") && parts.length === 1 && parts[0] === "m=audio";
}

const signalForm: z.ZodType<VoiceSignal> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("hello"), call }),
  z.strictObject({ kind: z.literal("bye"), call }),
  z.strictObject({
    kind: z.literal("description"),
    call,
    type: z.enum(["offer", "answer"]),
    sdp: z.string().max(MAX_SDP).refine(isOfSound),
  }),
  z.strictObject({
    kind: z.literal("candidates"),
    call,
    candidates: z
      .array(z.strictObject({ candidate: z.string().max(MAX_CANDIDATE), mid: z.string().max(16) }))
      .min(1)
      .max(MAX_CANDIDATES),
  }),
]);

/** Turns voice on, or changes whom one speaks with; the room answers with ICE servers and tells who else has it on. */
export const joinVoice = command({
  payload: z.strictObject({ team: z.boolean() }),
  rate: { perSecond: 1, burst: 8 },
  tooOften: refusal("voice_too_often"),
  by: "anybody",
  bySelf: true,
  refuse: ({ features }, { id }) => features.voice.refuseVoice(id),
  run: ({ features }, { id }, { team }): void => features.voice.join(id, team),
});

/** Turns voice off. */
export const leaveVoice = command({
  payload: z.undefined(),
  rate: { perSecond: 1, burst: 8 },
  by: "anybody",
  bySelf: true,
  run: ({ features }, { id }): void => features.voice.leave(id),
});

/** Passes a signal on to somebody else who has voice on. What cannot be passed on is dropped: the pages begin again by themselves. */
export const signalVoice = command({
  payload: z.strictObject({ to: personId, signal: signalForm }),
  // All that it takes to connect with 8 others comes at once, in 5 to 10 signals for each.
  rate: { perSecond: 40, burst: 160 },
  by: "anybody",
  bySelf: true,
  run: ({ features, time }, { id }, { to, signal }): void => features.voice.relay(id, to, signal, time),
});
