import type { Signal } from "@preact/signals-core";
import type { ServerPresence } from "./session/stores/menu.ts";

/** The page was built to need no server. */
export function noServer(server: Signal<ServerPresence>): void {
  server.value = "none";
}

/** Without a network there is no server, as far as the browser knows of it. */
export function watchNetwork(server: Signal<ServerPresence>): void {
  const tell = (): void => {
    server.value = navigator.onLine ? "there" : "gone";
  };
  tell();
  addEventListener("online", tell);
  addEventListener("offline", tell);
}
