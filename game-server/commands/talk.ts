import { z } from "zod";
import { refusal } from "#shared/refusals/refusal.ts";
import { EMOTES, PHRASES } from "#shared/talk.ts";
import { command } from "./command.ts";

/** Longest text (UTF-16 units) that a page of ours can send: what a frame holds. Shorter ones that are too long are answered. */
const MAX_TEXT = 1000;
const tooOften = refusal("talk_too_often");

/** Says something to everybody in the room, or to the own team only. */
export const chat = command({
  payload: z.strictObject({ text: z.string().max(MAX_TEXT), team: z.boolean().optional() }),
  rate: { perSecond: 1, burst: 5 },
  tooOften,
  by: "anybody",
  refuse: ({ features }, { id }, { text, team }) => features.chat.refuseText(id, text, team ?? false),
  run: ({ features }, { id }, { text, team }): void => features.chat.say(id, text, team ?? false),
});

/** Says a quick phrase to everybody: its place in `PHRASES`. */
export const phrase = command({
  payload: z
    .int()
    .min(0)
    .max(PHRASES.length - 1),
  rate: { perSecond: 0.5, burst: 4 },
  tooOften,
  by: "anybody",
  refuse: ({ features }, { id }) => features.chat.refuseTalk(id),
  run: ({ features }, { id }, number): void => features.chat.sayPhrase(id, number),
});

/** Shows an emote over the own character: its place in `EMOTES`. */
export const emote = command({
  payload: z
    .int()
    .min(0)
    .max(EMOTES.length - 1),
  rate: { perSecond: 1, burst: 4 },
  tooOften,
  by: "player",
  refuse: ({ features }, { id }) => features.chat.refuseTalk(id),
  run: ({ features }, { id }, number): void => features.chat.show(id, number),
});

/** Masks bad words in what is said from now on, or lets them be. */
export const setFilter = command({
  payload: z.strictObject({ on: z.boolean() }),
  rate: { perSecond: 1, burst: 5 },
  tooOften,
  by: "host",
  run: ({ features }, _sender, { on }): void => features.chat.setFilter(on),
});
