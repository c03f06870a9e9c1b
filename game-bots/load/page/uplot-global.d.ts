import type Plot from "uplot";

declare global {
  /** The library that the report's page carries in front of its own script. */
  const uPlot: typeof Plot;
}
