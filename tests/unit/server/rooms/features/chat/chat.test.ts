import { describe, expect, it } from "vitest";
import { chat, emote, phrase, setFilter } from "#server/commands/talk.ts";
import { brawl } from "#shared/simulation/modes/brawl.ts";
import { addMode } from "#shared/simulation/modes/table.ts";
import type { ChatLine, ChatMessage } from "#shared/talk.ts";
import { roomScene } from "../../../../../support/room-scene.ts";

/** A room in which "ann" is the host, "ben" plays and "sam" watches. */
function scene() {
  const room = roomScene({ commands: { chat, phrase, emote, setFilter } });
  room.join("ann");
  room.join("ben");
  room.join("sam", { plays: false });
  /** The lines that somebody was sent, in the order in which they came. */
  const heard = (id: string): ChatLine[] =>
    room.sent
      .filter(({ to, type }) => to === id && type === "chat")
      .flatMap(({ message }) => (message as ChatMessage).lines);
  const texts = (id: string) => heard(id).map(({ text }) => text);
  /** Says something and lets so much time pass that it is not too often. */
  const say = (id: string, text: string, team = false) => {
    room.clock.now += 1000;
    return room.give(id, "chat", { text, team });
  };
  return { ...room, heard, texts, say };
}

const refused = (to: string, command: string, why: string) => ({
  to,
  type: "refused",
  message: { command, why },
});

describe("chat", () => {
  it("tells everybody who said what, with the name and the look of that moment", () => {
    const { say, heard, state, world } = scene();
    world.tick = 120;
    say("ben", "  hello\nall ");
    expect(heard("sam")).toEqual([
      {
        number: 1,
        from: "ben",
        name: "ben",
        look: state.seats.get("ben")?.look,
        tick: 120,
        team: false,
        watching: false,
        text: "hello all",
      },
    ]);
    expect(heard("ann")).toEqual(heard("sam"));
    expect(heard("ben")).toEqual(heard("sam"));
  });

  it("may be written by who only watches, and says so", () => {
    const { say, heard } = scene();
    say("sam", "nice one");
    expect(heard("ann")[0]).toMatchObject({ from: "sam", watching: true });
  });

  it("says phrases by their number", () => {
    const { give, heard } = scene();
    give("ann", "phrase", 2);
    expect(heard("ben")[0]).toMatchObject({ number: 1, phrase: 2 });
    expect(heard("ben")[0]).not.toHaveProperty("text");
  });

  it("refuses in words what says nothing and what is too long", () => {
    const { say, heard } = scene();
    expect(say("ann", "\u202e \u200b")).toEqual([refused("ann", "chat", "chat_empty")]);
    expect(say("ann", "😀".repeat(201))).toEqual([refused("ann", "chat", "chat_too_long?max=200")]);
    expect(heard("ben")).toEqual([]);
    say("ann", `${"😀".repeat(200)}   `);
    expect(heard("ben")).toHaveLength(1);
  });

  it("is refused to who floods, once a second and not once a line", () => {
    const { give, heard, clock } = scene();
    const answers = Array.from({ length: 100 }, (_, i) => give("ann", "chat", { text: `${i}` }));
    expect(heard("ben").map(({ text }) => text)).toEqual(["0", "1", "2", "3", "4"]);
    const told = answers.flat().filter(({ type }) => type === "refused");
    expect(told).toEqual([refused("ann", "chat", "talk_too_often")]);
    clock.now = 1000;
    expect(give("ben", "chat", { text: "still here" })).toHaveLength(1);
    expect(give("ann", "chat", { text: "again" })).toEqual([expect.objectContaining({ type: "chat" })]);
  });

  it("has a rate for each way to talk", () => {
    const { give, sent } = scene();
    for (let i = 0; i < 10; i++) give("ann", "chat", { text: "spam" });
    give("ann", "phrase", 0);
    give("ann", "emote", 0);
    expect(sent.filter(({ to, type }) => to === "ben" && type === "emote")).toHaveLength(1);
  });

  it("shows emotes of characters, and not of who only watches", () => {
    const { give, sent } = scene();
    give("ann", "emote", 3);
    expect(sent.find(({ to, type }) => to === "sam" && type === "emote")?.message).toEqual({
      from: "ann",
      emote: 3,
    });
    expect(give("sam", "emote", 3)).toEqual([refused("sam", "emote", "players_only")]);
  });

  it("is nothing for whoever is muted, in no way", () => {
    const { give, say, features, sent } = scene();
    features.all.order.mute("ben", true);
    sent.length = 0;
    expect(say("ben", "hello")).toEqual([refused("ben", "chat", "you_are_muted")]);
    expect(give("ben", "phrase", 1)).toEqual([refused("ben", "phrase", "you_are_muted")]);
    expect(give("ben", "emote", 1)).toEqual([refused("ben", "emote", "you_are_muted")]);
    expect(sent.filter(({ type }) => type !== "refused")).toEqual([]);
  });
});

describe("the last lines", () => {
  it("are sent to who comes late and to who comes back, the last 50 of them", () => {
    const { say, join, heard, features, sent } = scene();
    for (let i = 1; i <= 60; i++) say("ann", `line ${i}`);
    join("cleo");
    expect(heard("cleo").map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, i) => i + 11));
    sent.length = 0;
    features.dropped("ben");
    features.back("ben");
    expect(heard("ben").map(({ number }) => number)).toEqual(heard("ben").map((_, i) => i + 11));
    expect(heard("ben")).toHaveLength(50);
  });

  it("are no message in a room where nothing was said", () => {
    const { join, sent } = scene();
    join("cleo");
    expect(sent).toEqual([]);
  });
});

describe("team chat", () => {
  it("is refused in words where there are no teams", () => {
    const { say } = scene();
    expect(say("ann", "psst", true)).toEqual([refused("ann", "chat", "no_teams")]);
  });

  it("reaches mates only, then and later", () => {
    addMode({ ...brawl, id: "duet", name: "Duet", teams: 2 });
    const room = roomScene({ commands: { chat }, options: { mode: "duet" } });
    for (const id of ["ann", "ben", "cleo"]) room.join(id);
    room.join("sam", { plays: false });
    const heard = (id: string) => room.sent.filter(({ to, type }) => to === id && type === "chat").length;
    room.give("ann", "chat", { text: "psst", team: true });
    expect(["ann", "ben", "cleo", "sam"].map(heard)).toEqual([1, 0, 1, 0]);
    expect(room.give("sam", "chat", { text: "psst", team: true })).toEqual([
      refused("sam", "chat", "players_only"),
    ]);
    room.features.back("ben");
    room.features.back("cleo");
    expect([heard("ben"), heard("cleo")]).toEqual([0, 2]);
  });
});

describe("the filter of a room", () => {
  it("is on at first, and masks what is sent, also to who comes late", () => {
    const { say, texts, join, state } = scene();
    expect(state.filtered).toBe(true);
    say("ann", "oh fuck");
    expect(texts("ben")).toEqual(["oh ****"]);
    join("cleo");
    expect(texts("cleo")).toEqual(["oh ****"]);
  });

  it("is the host's to switch off and on, and nobody else's", () => {
    const { give, say, texts, state, join } = scene();
    expect(give("ben", "setFilter", { on: false })).toEqual([refused("ben", "setFilter", "host_only")]);
    give("ann", "setFilter", { on: false });
    expect(state.filtered).toBe(false);
    say("ben", "oh fuck");
    expect(texts("ann")).toEqual(["oh fuck"]);
    give("ann", "setFilter", { on: true });
    join("cleo");
    expect(texts("cleo")).toEqual(["oh ****"]);
  });
});
