/** `npm run build`: builds the page, whether the built one is old or not; or one that needs no server. */
import { resolve } from "node:path";
import { BUILD_HELP, readBuildOrder } from "./build-options.ts";
import { buildClient, buildOffline } from "./client-build.ts";

try {
  const order = readBuildOrder(process.argv.slice(2));
  if (order.what === "help") console.log(BUILD_HELP);
  else if (order.what === "client") {
    await buildClient();
    console.log("The page is built: dist/client");
  } else {
    await buildOffline(resolve(order.folder));
    console.log(`The page is built, for any static host: ${order.folder}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
