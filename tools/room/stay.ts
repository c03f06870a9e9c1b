import { endOf } from "#player/ends.ts";
import { NewLines } from "#player/new-lines.ts";
import { ALL_REFUSALS } from "#player/refusals.ts";
import type { RoomSession } from "#player/room-session.ts";
import { inEnglish } from "#shared/refusals/refusal.ts";
import { RoomNews } from "./news.ts";

/** A stay in a room, told in lines: it goes on in whichever process has the room. */
export class RoomStay {
  /** Resolves with why it ended, in words, unless it was left. */
  readonly ended: Promise<string>;
  readonly #say: (words: string) => void;
  readonly #news: RoomNews;
  readonly #lines = new NewLines();
  readonly #end: (words: string) => void;
  #session: RoomSession;

  constructor(session: RoomSession, say: (words: string) => void) {
    const { promise, resolve } = Promise.withResolvers<string>();
    this.ended = promise;
    this.#end = resolve;
    this.#say = say;
    this.#news = new RoomNews(session.id);
    this.#session = session;
    this.#attend(session);
  }

  /** By what it goes on at the moment. */
  get session(): RoomSession {
    return this.#session;
  }

  #attend(session: RoomSession): void {
    const say = this.#say;
    this.#session = session;
    session.onState(() => this.#tellNews());
    // A room that moves is back before one has read that it is gone.
    session.onDrop(() => session.isMoving || say("The connection to the server is lost. Trying again…"));
    session.onBack(() => say("The connection is back."));
    session.onMoved((next, isElsewhere) => {
      say(isElsewhere ? "The room goes on in another process of the server." : "The connection is back.");
      this.#attend(next);
    });
    session.onGone((code, reason) => this.#end(endWords(code, reason)));
    const { refused, notices, chat } = session.mail;
    refused.listen(({ why }) => say(inEnglish(why, ALL_REFUSALS)));
    // Who is host comes from the state, which no dropped connection misses.
    notices.listen(({ text }) => /host/.test(text.split("?")[0] ?? "") || say(inEnglish(text, ALL_REFUSALS)));
    chat.listen(({ lines }) => {
      for (const { name, text } of this.#lines.of(lines)) if (text !== undefined) say(`${name}: ${text}`);
    });
  }

  #tellNews(): void {
    for (const line of this.#news.read(this.#session.state)) this.#say(line);
  }
}

/** How a stay ended that nobody here ended. */
function endWords(code: number, reason: string | undefined): string {
  const said = reason ? ` ${inEnglish(reason, ALL_REFUSALS)}` : "";
  switch (endOf(code)) {
    case "goingDown":
      return "The server is going down.";
    case "roomClosed":
      return `The room is closed.${said}`;
    case "lost":
      return "The connection is lost, and the seat with it.";
    default:
      return `The server ended the connection.${said}`;
  }
}
