import { Shelf } from "./shelf.ts";

/** Something that happens to this worker, which lives until what it waits for is done. */
interface Lifetime {
  waitUntil(done: Promise<unknown>): void;
}

interface FetchEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** The part of a service worker's scope that is used: the library of types has it only without that of pages. */
declare const self: {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", heard: (event: Lifetime) => void): void;
  addEventListener(type: "fetch", heard: (event: FetchEvent) => void): void;
};

/** What the build knows of itself: `tools/precache.ts` writes it in front of this. */
declare const BUILD: { readonly version: string; readonly files: readonly string[] };

const shelf = new Shelf({
  caches,
  fetch: (request, init) => fetch(request, init),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
  scope: self.registration.scope,
  version: BUILD.version,
  files: BUILD.files,
});

self.addEventListener("install", (event) => {
  // Names say which build a file is of, so nobody has to close the pages of the build before.
  event.waitUntil(shelf.fill().then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  event.waitUntil(shelf.clear().then(() => self.clients.claim()));
});
self.addEventListener("fetch", (event) => {
  const answer = shelf.answer(event.request);
  if (answer !== undefined) event.respondWith(answer);
});
