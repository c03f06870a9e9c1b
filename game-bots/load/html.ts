import { fileURLToPath } from "node:url";
import type { Report } from "./report-schema.ts";

/** JSON that may stand in a script element: nothing in it can end the element. */
function embedded(report: Report): string {
  return JSON.stringify(report).replaceAll("<", "\\u003c");
}

/** Script and styles of the page, each in one piece. Throws what Vite throws when they cannot be built. */
async function buildPage(): Promise<{ script: string; styles: string }> {
  // It costs a second and memory that a load test should not carry while it measures.
  const { build } = await import("vite");
  const built = await build({
    configFile: false,
    root: fileURLToPath(new URL("./page", import.meta.url)),
    logLevel: "error",
    publicDir: false,
    build: {
      write: false,
      target: "es2022",
      rolldownOptions: { input: "main.ts", output: { format: "iife" } },
    },
  });
  if (Array.isArray(built) || !("output" in built))
    throw new Error("Vite built something else than one page.");
  const { output } = built;
  return {
    script: output.map((file) => (file.type === "chunk" ? file.code : "")).join(""),
    styles: output
      .map((file) => (file.type === "asset" && file.fileName.endsWith(".css") ? String(file.source) : ""))
      .join(""),
  };
}

/** A report as one page that needs nothing else: its plots are drawn by the page itself. */
export async function renderReport(report: Report): Promise<string> {
  const { script, styles } = await buildPage();
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Load test of ${new Date(report.startedAt).toISOString().slice(0, 16).replace("T", " ")}</title>
<link rel="icon" href="data:,">
<style>
${styles}
</style>
</head>
<body>
<main id="page"></main>
<script id="report" type="application/json">${embedded(report)}</script>
<script>
${script}
</script>
</body>
</html>
`;
}
