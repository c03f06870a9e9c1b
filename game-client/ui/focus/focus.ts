import type { Direction } from "../../input/menu-pad.ts";
import { nextInDirection } from "./direction.ts";

/** What can have the focus. */
const FOCUSABLE = "button, a[href], input, select, textarea, summary";
/** How much of the height of what scrolls a step scrolls where nothing more can have the focus. */
const SCROLL_SHARE = 0.4;

/**
 * The part of the page that takes directions: the topmost dialogue, else what lies over a match, else the screen.
 * Undefined while a match is played.
 */
export function focusScope(): HTMLElement | undefined {
  for (const selector of ["dialog[open]", "[role=alertdialog]", ".hud-chat-open", ".screen"]) {
    const found = document.querySelectorAll<HTMLElement>(selector);
    const last = found[found.length - 1];
    if (last !== undefined) return last;
  }
  return undefined;
}

/** The element in the scope that has the focus. */
export function focused(scope: HTMLElement): HTMLElement | undefined {
  const { activeElement } = document;
  const inside = activeElement instanceof HTMLElement && activeElement !== scope;
  return inside && scope.contains(activeElement) ? activeElement : undefined;
}

/** Puts the focus where a newcomer wants it: what asks for it, else the first of the content, else the main button. */
export function focusFirst(scope: HTMLElement): void {
  const all = focusables(scope);
  const first =
    all.find((element) => element.hasAttribute("autofocus")) ??
    all.find((element) => element.closest(".dialog-body") !== null) ??
    all.find((element) => element.matches(".button-sun")) ??
    all[0];
  if (first !== undefined) focusOn(first);
}

/**
 * Moves the focus in a direction; returns whether it moved. Within a group of radio buttons that chooses, as arrow keys
 * do; from outside, a group is entered at what is chosen. Where nothing lies ahead, the page scrolls.
 */
export function moveFocus(scope: HTMLElement, direction: Direction): boolean {
  const from = focused(scope);
  if (from === undefined) {
    focusFirst(scope);
    return true;
  }
  const ahead = focusables(scope).filter((element) => element !== from && isEntrance(element, from));
  // What scrolls is gone through to its end before the focus leaves it: its hidden part lies behind other things.
  const scroller = scrollerOf(from);
  const near = ahead.filter((element) => scroller?.contains(element));
  const target = nearest(from, near, direction) ?? nearest(from, ahead, direction);
  if (target === undefined) {
    if (direction === "up" || direction === "down") scroll(scroller, direction);
    return false;
  }
  focusOn(target);
  if (sameGroup(from, target)) target.click();
  return true;
}

function nearest(
  from: HTMLElement,
  elements: readonly HTMLElement[],
  direction: Direction,
): HTMLElement | undefined {
  const boxes = elements.map((element) => boxOf(element, from));
  const next = nextInDirection(boxOf(from, from), boxes, direction);
  return next === undefined ? undefined : elements[next];
}

function focusables(scope: HTMLElement): HTMLElement[] {
  return [...scope.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) =>
      !element.matches(":disabled, [tabindex='-1']") && element.checkVisibility({ visibilityProperty: true }),
  );
}

function focusOn(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  frameOf(element).scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** What is seen of an element: a radio button or a switch is its label. */
function frameOf(element: HTMLElement): Element {
  return element.closest("label") ?? element;
}

/** Where an element is, seen from another: from outside, a group of radio buttons is one thing. */
function boxOf(element: HTMLElement, from: HTMLElement): DOMRect {
  const group = isRadio(element) && !sameGroup(element, from) ? element.closest("fieldset") : null;
  return (group ?? frameOf(element)).getBoundingClientRect();
}

function isRadio(element: HTMLElement): element is HTMLInputElement {
  return element instanceof HTMLInputElement && element.type === "radio";
}

function sameGroup(a: HTMLElement, b: HTMLElement): boolean {
  return isRadio(a) && isRadio(b) && a.name === b.name;
}

/** Whether one can come to an element from another: of a group of radio buttons, only to the one that is chosen. */
function isEntrance(element: HTMLElement, from: HTMLElement): boolean {
  if (!isRadio(element) || sameGroup(element, from) || element.checked) return true;
  const group = element.closest("fieldset")?.querySelectorAll<HTMLInputElement>("input[type=radio]") ?? [];
  return group[0] === element && ![...group].some((radio) => radio.checked);
}

/** What an element scrolls with, if anything. */
function scrollerOf(element: HTMLElement): HTMLElement | undefined {
  for (let box = element.parentElement; box !== null; box = box.parentElement) {
    if (box.scrollHeight > box.clientHeight && getComputedStyle(box).overflowY === "auto") return box;
  }
  return undefined;
}

function scroll(scroller: HTMLElement | undefined, direction: "up" | "down"): void {
  const top = (scroller?.clientHeight ?? 0) * SCROLL_SHARE * (direction === "down" ? 1 : -1);
  scroller?.scrollBy({ top });
}
