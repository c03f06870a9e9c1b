import { element } from "./elements.ts";

/** The cards of the page, in the order in which they are added. */
export class Cards {
  readonly box = element("div", "cards");

  /** Adds a card; a wide one takes a whole row. */
  add(title: string, note: string, content: Node, wide = false): void {
    const card = element("section", wide ? "card wide" : "card", element("h2", "", title));
    if (note) card.append(element("p", "note", note));
    card.append(content);
    this.box.append(card);
  }
}
