/** What passes between a page and a room beside it: frames, and words about the connection. */
export type LocalMessage =
  | { readonly kind: "connect"; readonly again: boolean }
  | { readonly kind: "opened" }
  | { readonly kind: "frame"; readonly bytes: Uint8Array }
  | { readonly kind: "closed"; readonly code: number; readonly reason: string };

/** One end of what carries them: a worker seen from its page, or the page seen from the worker. What is sent is copied. */
export interface LocalPort {
  send(message: LocalMessage): void;
  /** Hears what comes from now on, once per port; `failed` when nothing will come any more. */
  listen(heard: (message: LocalMessage) => void, failed: () => void): void;
}

/** The part of a worker, or of the scope of one, that a port needs. */
export interface MessageEnd {
  postMessage(message: unknown): void;
  addEventListener(type: "message", heard: (event: MessageEvent<LocalMessage>) => void): void;
  addEventListener(type: "error", heard: () => void): void;
}

/** The port over a worker, or over the scope of one. */
export function portOver(end: MessageEnd): LocalPort {
  return {
    send: (message) => end.postMessage(message),
    listen(heard, failed) {
      end.addEventListener("message", ({ data }) => heard(data));
      end.addEventListener("error", failed);
    },
  };
}
