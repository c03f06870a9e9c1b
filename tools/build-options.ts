import { parseArgs } from "node:util";

/** Where a page without a server is put, unless it is said otherwise. */
const OFFLINE_FOLDER = "dist/offline";

/** What `npm run build -- --help` says. */
export const BUILD_HELP = `npm run build [-- options]

Builds the page into dist/client, from where the server serves it.

  --offline     builds a page without a server instead: a folder that any static host serves, at any path,
                and in which one can practise
  --out FOLDER  where that goes (${OFFLINE_FOLDER}); what is in the folder is replaced
  --help        this
`;

/** What is to be built. */
export type BuildOrder =
  | { readonly what: "help" }
  | { readonly what: "client" }
  | { readonly what: "offline"; readonly folder: string };

/** Reads the arguments of the command. @throws Error for what it does not know. */
export function readBuildOrder(args: readonly string[]): BuildOrder {
  const { values } = parseArgs({
    args: [...args],
    options: { offline: { type: "boolean" }, out: { type: "string" }, help: { type: "boolean" } },
  });
  if (values.help === true) return { what: "help" };
  if (values.offline === true) return { what: "offline", folder: values.out ?? OFFLINE_FOLDER };
  if (values.out !== undefined) throw new Error("--out is for --offline: the server reads dist/client.");
  return { what: "client" };
}
