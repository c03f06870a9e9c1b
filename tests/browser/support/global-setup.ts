import type { TestProject } from "vitest/node";
import { ensureChromium } from "../../../tools/chromium.ts";
import { ensureClient } from "../../../tools/client-build.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Why no browser test can run on this machine; empty when they can. */
    browserTrouble: string;
  }
}

/**
 * Once per run, and only if a browser test is among the chosen ones: sees to a Chromium and to a page of the present
 * sources. Trouble is handed on instead of thrown, so that all other tests run whatever the machine lacks.
 */
export async function setup(project: TestProject): Promise<void> {
  let trouble = "";
  try {
    ensureChromium();
    await ensureClient();
  } catch (error) {
    trouble = error instanceof Error ? error.message : String(error);
    console.error(trouble);
  }
  project.provide("browserTrouble", trouble);
}
