/** What the files of one folder may do. */
export interface LayerRule {
  /** Folder with a slash at its end; the rule of the longest folder that holds a file is the one that counts. */
  readonly folder: string;
  /** What may be imported: folders of the project, "npm:<package>", "npm:*", "node:*". The folder itself always. */
  readonly may: readonly string[];
  /** What only types may be imported from: they are gone when the program runs. */
  readonly mayTypes?: readonly string[];
  /** What may not, although `may` is wider. */
  readonly mayNot?: readonly string[];
  /** Globals that may not be read. */
  readonly noGlobals?: readonly string[];
  /** Completes "X imports Y:" for whoever broke the rule. */
  readonly because: string;
}

/** Clocks, dice and the outside world: what they say differs between two runs, and between the two ends. */
export const IMPURE = [
  "Date",
  "performance",
  "Math.random",
  "crypto",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "requestAnimationFrame",
  "fetch",
  "process",
  "window",
  "document",
] as const;

/** What only a page has. */
export const PAGE = [
  "window",
  "document",
  "localStorage",
  "sessionStorage",
  "location",
  "navigator",
  "requestAnimationFrame",
  "HTMLElement",
] as const;
