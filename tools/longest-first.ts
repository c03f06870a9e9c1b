import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take much longer than the others of their kind. Begun last, one of them would keep a single core busy at the end. */
const LONGEST = ["integration/memory", "integration/admission", "integration/lab"];

/** Begins with the longest files, where a fresh checkout knows nothing of how long each takes. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification): number => {
      const found = LONGEST.findIndex((name) => moduleId.endsWith(`tests/${name}.test.ts`));
      return found === -1 ? LONGEST.length : found;
    };
    return sorted.toSorted((a, b) => place(a) - place(b));
  }
}
