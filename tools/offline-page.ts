import type { Plugin } from "vite";

/** Lets a page that was built for any path say so: what previews show is beside it, and it has no address of its own. */
export function offlinePage(): Plugin {
  return {
    name: "offline-page",
    transformIndexHtml: (html) =>
      html.replace(/^.*property="og:url".*\n/m, "").replaceAll('content="/', 'content="./'),
  };
}
