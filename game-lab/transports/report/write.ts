import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Results, writeResults } from "../results.ts";
import { reportOf } from "./document.ts";

/** Writes the report of a run into a folder, which is made if need be. Returns the names of the files. */
export async function writeReport(results: Results, folder: string): Promise<string[]> {
  const { text, pictures } = reportOf(results);
  await mkdir(join(folder, "images"), { recursive: true });
  const files = [
    { name: "transports.md", text },
    { name: "transports.json", text: writeResults(results) },
    ...pictures.map(({ name, svg }) => ({ name: join("images", name), text: svg })),
  ];
  await Promise.all(files.map((file) => writeFile(join(folder, file.name), file.text)));
  return files.map(({ name }) => join(folder, name));
}
