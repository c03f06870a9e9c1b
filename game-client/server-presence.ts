import type { Signal } from "@preact/signals-core";
import type { ServerPresence } from "./session/stores/menu.ts";

/** The page was built to need no server. */
export function noServer(server: Signal<ServerPresence>): void {
  server.value = "none";
}

/**
 * Without a network there is no server, as far as the browser knows of it; nor when the page was kept, and opened because none came over
 * the network (see `offline/shelf.ts`).
 */
export function watchNetwork(server: Signal<ServerPresence>): void {
  const isKept = document.documentElement.dataset.kept !== undefined;
  server.value = isKept || !navigator.onLine ? "gone" : "there";
  addEventListener("online", () => {
    server.value = "there";
  });
  addEventListener("offline", () => {
    server.value = "gone";
  });
}
