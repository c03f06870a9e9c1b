/** `npm run build`: builds the page, whether the built one is old or not. */
import { buildClient } from "./client-build.ts";

try {
  await buildClient();
  console.log("The page is built: dist/client");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
