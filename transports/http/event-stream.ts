/**
 * Takes the text of an event stream (`text/event-stream`) in pieces and gives out the data of its events, for
 * where there is no `EventSource`. It knows what our server writes: one line of data per event, and comments.
 */
export class EventStreamParser {
  readonly #data: (text: string) => void;
  #rest = "";

  constructor(data: (text: string) => void) {
    this.#data = data;
  }

  /** Takes the next piece, cut anywhere. */
  push(text: string): void {
    const lines = (this.#rest + text).split("\n");
    this.#rest = lines.pop() ?? "";
    for (const line of lines) if (line.startsWith("data:")) this.#data(line.slice(5).trim());
  }
}
