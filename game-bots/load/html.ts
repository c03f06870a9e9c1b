import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Report } from "./report-schema.ts";

const plot = join(dirname(createRequire(import.meta.url).resolve("uplot/package.json")), "dist");

function own(file: string): string {
  return readFileSync(new URL(`./page/${file}`, import.meta.url), "utf8");
}

/** JSON that may stand in a script element: nothing in it can end the element. */
function embedded(report: Report): string {
  return JSON.stringify(report).replaceAll("<", "\\u003c");
}

/** A report as one page that needs nothing else: its plots are drawn by the page itself. */
export function renderReport(report: Report): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Load test of ${new Date(report.startedAt).toISOString().slice(0, 16).replace("T", " ")}</title>
<link rel="icon" href="data:,">
<style>
${readFileSync(join(plot, "uPlot.min.css"), "utf8")}
${own("page.css")}
</style>
</head>
<body>
<main id="page"></main>
<script id="report" type="application/json">${embedded(report)}</script>
<script>
${readFileSync(join(plot, "uPlot.iife.min.js"), "utf8")}
</script>
<script>
${own("page.js")}
</script>
</body>
</html>
`;
}
