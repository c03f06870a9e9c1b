/** A page without the game: what a link says of itself, and a few words with one way on. */
export interface PlainPage {
  title: string;
  text: string;
  /** Where its button leads, and what stands on it. */
  go: { path: string; words: string };
  /** Path of the page itself; undefined when it is none to be shared. */
  path?: string;
  /** Goes there by itself. */
  atOnce?: boolean;
}

/** What previews show, 1200 x 630. */
const PICTURE = "/share.png";

/** Left out where the page is gone in a moment: that is not to wait for it. */
const LOGO = '<img src="/logo.png" width="640" height="304" alt="Pushback">';

/** The page as HTML. `base`: address of the server for links that are read elsewhere; without it they stay relative. */
export function plainPage({ title, text, go, path, atOnce = false }: PlainPage, base = ""): string {
  const tags = [
    ...(atOnce ? [`<meta http-equiv="refresh" content="0; url=${escapeHtml(go.path)}">`] : []),
    ...(path === undefined
      ? ['<meta name="robots" content="noindex">']
      : previewTags(title, text, base, path)),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${escapeHtml(text)}">
<meta name="robots" content="noindex">
<meta name="theme-color" content="#0d2a6b">
<link rel="icon" href="/favicon.ico" sizes="48x48">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="/apple-touch-icon.png">
<link rel="stylesheet" href="/plain.css">
${tags.join("\n")}
</head>
<body>
${atOnce ? "" : LOGO}
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
<a href="${escapeHtml(go.path)}">${escapeHtml(go.words)}</a>
</body>
</html>
`;
}

/**
 * The page of the game with its previews made absolute, as those who read them ask for. The build leaves paths there,
 * because it does not know the server.
 */
export function withBase(html: string, base: string, path: string): string {
  return html
    .replaceAll(`content="${PICTURE}"`, `content="${escapeHtml(base + PICTURE)}"`)
    .replace(
      /<meta property="og:url" content="[^"]*"/,
      `<meta property="og:url" content="${escapeHtml(base + path)}"`,
    );
}

function previewTags(title: string, text: string, base: string, path: string): string[] {
  const properties = {
    "og:type": "website",
    "og:site_name": "Pushback",
    "og:title": title,
    "og:description": text,
    "og:url": base + path,
    "og:image": base + PICTURE,
    "og:image:width": "1200",
    "og:image:height": "630",
    "og:image:alt": "Round characters shove each other off a floating island.",
  };
  return [
    ...Object.entries(properties).map(
      ([name, value]) => `<meta property="${name}" content="${escapeHtml(value)}">`,
    ),
    '<meta name="twitter:card" content="summary_large_image">',
  ];
}

/** A text that means nothing in HTML, neither between tags nor in an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
