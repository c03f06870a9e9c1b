import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UsageError } from "#bots/load/usage.ts";
import { type Results, readResults, writeResults } from "./results.ts";

/** Folder of the files of runs that go on. */
const FOLDER = join("artifacts", "lab");

/** Keeps what a run has found out in a file as it comes, so that it can go on after it was cut. */
export class Keeper {
  readonly file: string;
  readonly #resumes: boolean;
  #written = false;

  private constructor(file: string, resumes: boolean) {
    this.file = file;
    this.#resumes = resumes;
  }

  /** A file of its own for a run that begins at `at`. */
  static begin(at: Date): Keeper {
    const stamp = at.toISOString().slice(0, 19).replaceAll(":", "-");
    return new Keeper(join(FOLDER, `run-${stamp}-${process.pid}.json`), false);
  }

  /** Goes on with a file. @throws UsageError when it holds no results. */
  static async resume(file: string): Promise<{ keeper: Keeper; known: Results }> {
    try {
      return { keeper: new Keeper(file, true), known: readResults(await readFile(file, "utf8"), file) };
    } catch (error) {
      throw new UsageError(`--resume: ${error instanceof Error ? error.message : error}`);
    }
  }

  /** Something is in the file with which a run can go on. */
  get holds(): boolean {
    return this.#written || this.#resumes;
  }

  /** Replaces what is in the file, all at once: who is cut in the middle of it keeps what was there. */
  readonly keep = async (results: Results): Promise<void> => {
    await mkdir(dirname(this.file), { recursive: true });
    await writeFile(`${this.file}.new`, writeResults(results));
    await rename(`${this.file}.new`, this.file);
    this.#written = true;
  };

  /** The report is written: a file that was only for the run is no longer needed. */
  async done(): Promise<void> {
    if (!this.#resumes) await rm(this.file, { force: true });
  }
}
