import type { Page } from "playwright-core";

/**
 * What stands on a page that speaks the language for tests ("en-XA": each letter has an accent) and has letters without one:
 * words that did not come from the catalogue. Texts, and what is read aloud or shown on hovering.
 * @param names What is called the same in every language here: players, room codes, addresses.
 */
export function untranslated(page: Page, names: readonly string[]): Promise<string[]> {
  return page.evaluate(
    (known) => {
      /** The signs of keys and of the buttons of a pad, codes of rooms, the logo, and bytes as they went over the line. */
      const SIGNS = ".keycap, .pad-sign, .pad-key, .room-code, .logo, pre, noscript, script, style";
      const READ = ["title", "aria-label", "aria-valuetext", "placeholder", "alt"];
      const found = new Set<string>();
      const look = (text: string, where: Element): void => {
        const rest = known.reduce((left, name) => left.replaceAll(name, ""), text);
        if (/[a-z]/i.test(rest) && where.closest(SIGNS) === null) found.add(text.trim());
      };
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        if (node.parentElement !== null) look(node.textContent ?? "", node.parentElement);
      }
      for (const element of document.body.querySelectorAll("*")) {
        for (const name of READ) look(element.getAttribute(name) ?? "", element);
      }
      return [...found];
    },
    names.filter((name) => name !== ""),
  );
}
