import { type ReadonlySignal, signal } from "@preact/signals";
import { fetchOnce } from "../session/fetch-once.ts";

type Later = typeof import("./later.tsx");

const fetched = signal<Later | undefined>();

/** What the menu does without; undefined until it was fetched. */
export const later: ReadonlySignal<Later | undefined> = fetched;

/** Fetches it, unless it is there or under way. */
export const fetchLater = fetchOnce(async () => {
  fetched.value = await import("./later.tsx");
});
