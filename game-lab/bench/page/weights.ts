/** A file that a page has fetched, as its browser tells it (Resource Timing); ms since the navigation began. */
export interface Fetched {
  readonly url: string;
  /** Bytes over the line, packed as they came, heads included. */
  readonly bytes: number;
  readonly responseStart: number;
  readonly responseEnd: number;
}

/** What a page fetches, in the order of the report. */
export const FETCHED_KINDS = ["document", "script", "style", "font", "image", "sound", "request"] as const;
export type FetchedKind = (typeof FETCHED_KINDS)[number];

/** Bytes by kind. */
export type Weight = Readonly<Record<FetchedKind, number>>;

const KINDS_BY_ENDING: Readonly<Record<string, FetchedKind>> = {
  js: "script",
  css: "style",
  woff2: "font",
  png: "image",
  svg: "image",
  ico: "image",
  ogg: "sound",
  mp3: "sound",
};

/** What a file is by its address: what has no ending is a request to the server, but for the page itself. */
export function kindOf(url: string): FetchedKind {
  const { pathname } = new URL(url);
  if (pathname === "/") return "document";
  return KINDS_BY_ENDING[/\.(\w+)$/.exec(pathname)?.[1] ?? ""] ?? "request";
}

/**
 * Bytes that had come over the line until a moment (ms since the navigation began). Of a file that was on its way, the
 * part of its time that had passed counts.
 */
export function weightUntil(files: readonly Fetched[], until: number): Weight {
  const weight = { document: 0, script: 0, style: 0, font: 0, image: 0, sound: 0, request: 0 };
  for (const { url, bytes, responseStart, responseEnd } of files) {
    const share = (until - responseStart) / Math.max(1, responseEnd - responseStart);
    weight[kindOf(url)] += bytes * Math.min(1, Math.max(0, share));
  }
  return weight;
}

/** Bytes of all kinds. */
export function totalOf(weight: Weight): number {
  return FETCHED_KINDS.reduce((sum, kind) => sum + weight[kind], 0);
}
