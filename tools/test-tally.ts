import type { SerializedError } from "vitest";
import type { Reporter, TestModule } from "vitest/node";

/** Counts the tests of a run, for the closing line and for the verdict. */
export class TestTally implements Reporter {
  passed = 0;
  failed = 0;
  skipped = 0;

  onTestRunEnd(modules: ReadonlyArray<TestModule>, unhandledErrors: ReadonlyArray<SerializedError>): void {
    for (const module of modules) {
      const failedBefore = this.failed;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") this.passed += 1;
        else if (state === "skipped") this.skipped += 1;
        else this.failed += 1;
      }
      // A file that cannot be loaded, or whose hooks throw, has no failed test of its own.
      if (module.state() === "failed" && this.failed === failedBefore) this.failed += 1;
    }
    this.failed += unhandledErrors.length;
  }

  /** "N passed, N failed", with the skipped ones when there are any. */
  get line(): string {
    const skipped = this.skipped > 0 ? `, ${this.skipped} skipped` : "";
    return `${this.passed} passed, ${this.failed} failed${skipped}`;
  }
}
